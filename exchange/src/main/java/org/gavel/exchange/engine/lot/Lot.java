package org.gavel.exchange.engine.lot;

import java.util.Arrays;
import java.util.List;
import org.gavel.exchange.engine.account.Accounts;
import org.gavel.exchange.engine.admission.EntryRoll;
import org.gavel.exchange.engine.auction.Award;
import org.gavel.exchange.engine.auction.Carried;
import org.gavel.exchange.engine.auction.Mechanism;
import org.gavel.exchange.engine.auction.Mechanisms;
import org.gavel.exchange.engine.state.StateWriter;
import org.gavel.exchange.engine.timer.Deadline;
import org.gavel.protocol.command.AnnounceLot;
import org.gavel.protocol.event.Event;
import org.gavel.protocol.event.PauseCause;
import org.gavel.protocol.value.InquiryTerms;
import org.gavel.protocol.value.Micros;
import org.gavel.protocol.value.PriorityMode;

/** One lot: its announced terms, its state, the running phase, and the one deadline time holds for it. */
public final class Lot {
    private final AnnounceLot terms;
    private final LotText text;
    private final RunningLots running;
    private final Deadline deadline;
    private final Entrants entrants = new Entrants();
    private final EntryRoll roll;
    private final Mechanism[] phases;
    private final Priorities priorities;
    private final ClosingInquiry inquiry;
    private final Statute statute;
    private LotState state = LotState.ANNOUNCED;
    private int phase;
    private int bids;
    private int extensions;
    private int roadshow;
    private PauseCause pauseCause = PauseCause.CLERK;
    private long stoppedAt;
    private long hammeredBy;
    private int undone;
    private boolean resumedWithoutThem;
    private long awardedAt;
    private int listing;
    private long opensNotBefore;
    private List<Award> agreed = List.of();
    private Carried before = Carried.NOTHING;

    Lot(AnnounceLot terms, Mechanisms mechanisms, Statute statute, Accounts accounts, RunningLots running) {
        this.terms = terms;
        this.text = new LotText(terms);
        this.running = running;
        this.statute = statute;
        this.deadline = new Deadline(terms.lot());
        this.roll = new EntryRoll(terms, accounts);
        this.phases = terms.phases().stream().map(mechanisms::of).toArray(Mechanism[]::new);
        this.priorities = new Priorities(terms.priority());
        this.inquiry = new ClosingInquiry(this, priorities);
        if (terms.phases().stream().anyMatch(InquiryTerms.class::isInstance)) {
            Arrays.stream(phases).forEach(Mechanism::keepQuotes);
        }
    }

    public int number() {
        return terms.lot();
    }

    public AnnounceLot terms() {
        return terms;
    }

    public LotState state() {
        return state;
    }

    /** The running phase; the lot must have opened. */
    public Mechanism mechanism() {
        return phases[phase - 1];
    }

    /** Whether bidding has begun. */
    public boolean hasOpened() {
        return phase > 0;
    }

    public Deadline deadline() {
        return deadline;
    }

    /** The roadshow that runs it, or 0. */
    public int roadshow() {
        return roadshow;
    }

    public void joinRoadshow(int number) {
        roadshow = number;
    }

    /** The listing that offers it, or 0. */
    public int listing() {
        return listing;
    }

    /** It is offered in this listing, whose quotes its first phase begins with. */
    public void listIn(int number) {
        listing = number;
    }

    /** Whether a listing offers it, or did. */
    boolean isListed() {
        return listing != 0;
    }

    /** What its listing hands to its first phase. */
    public void beginsWith(Carried quotes) {
        before = quotes;
    }

    void agreedWith(Award award) {
        agreed = List.of(award);
    }

    /** The participant's paddle, or 0 where they have none. */
    public int paddle(int participant) {
        return entrants.paddle(participant);
    }

    /** The first instant at which it may open, its notice being over; 0 for any. */
    public long opensFrom() {
        return statute.opensFrom();
    }

    /** When it was announced to open, in microseconds since 1970, or 0; meaningful before it does. */
    long announcedOpening() {
        return deadline.isPending() ? deadline.due() : opensNotBefore;
    }

    /** It opens once the clerk opens it, but not before it was to. */
    void opensByClerk() {
        opensNotBefore = announcedOpening();
    }

    /** SHA-256 of its rule sheet, lower-case hex. */
    public String ruleSheet() {
        return statute.sheet();
    }

    Statute statute() {
        return statute;
    }

    Entrants entrants() {
        return entrants;
    }

    public EntryRoll roll() {
        return roll;
    }

    /** Whether nobody can join any more, because the paddles were fixed when the lot opened. */
    boolean arePaddlesFixed() {
        return hasOpened() && terms.admission().paddlesFixed();
    }

    Priorities priorities() {
        return priorities;
    }

    ClosingInquiry inquiry() {
        return inquiry;
    }

    /** Who gets what of the lot, best first: as its phases found, unless an inquiry decided otherwise. */
    List<Award> awards() {
        if (!agreed.isEmpty()) {
            return agreed;
        }
        return inquiry.isDecided() ? List.of(inquiry.award()) : mechanism().awards();
    }

    /** What bidders committed to in public in all phases so far. */
    List<Event> openings() {
        return Arrays.stream(phases)
                .limit(phase)
                .flatMap(each -> each.openings(number()).stream())
                .toList();
    }

    /** When the running stage, or the time for an answer, is over. */
    long closesAt() {
        return inquiry.isAsking() ? inquiry.closesAt() : mechanism().closesAt();
    }

    int phase() {
        return phase;
    }

    int bids() {
        return bids;
    }

    /** The bids that stand: what was undone does not count. */
    int standingBids() {
        return bids - undone;
    }

    int extensions() {
        return extensions;
    }

    boolean isLastPhase() {
        return phase == phases.length || mechanism().decides();
    }

    PauseCause pauseCause() {
        return pauseCause;
    }

    void countBid() {
        bids++;
    }

    void countUndone() {
        undone++;
    }

    /** Whether the clerk let it go on although bidders are missing; they pause it again once enough had been back. */
    boolean isResumedWithoutThem() {
        return resumedWithoutThem;
    }

    void resumedWithoutThem(boolean now) {
        resumedWithoutThem = now;
    }

    void awardedAt(long time) {
        awardedAt = time;
    }

    /** Until when the award can be annulled, exclusive; 0 where it never could. */
    long objectionsUntil() {
        long period = Micros.of(terms.offering().objections());
        return period == 0 ? 0 : awardedAt + period;
    }

    void countExtension() {
        extensions++;
    }

    /** The sequence of the command that let the hammer fall; 0 where time closed the lot. */
    long hammeredBy() {
        return hammeredBy;
    }

    void hammeredBy(long sequence) {
        hammeredBy = sequence;
    }

    /** Moves on; an illegal move is a fault of ours. */
    void become(LotState next) {
        if (!state.leadsTo(next)) {
            throw new IllegalStateException("lot " + number() + " cannot go from " + state + " to " + next);
        }
        running.moved(number(), state, next);
        state = next;
    }

    /** Starts the next phase with what the one before found; unchanged where the mechanism throws. */
    void openNextPhase(long now) {
        phases[phase].open(now, phase == 0 ? before : mechanism().carry());
        phase++;
    }

    /** Bidding stops at this time, with what is then left. */
    void stopAt(long time, PauseCause cause) {
        stoppedAt = time;
        pauseCause = cause;
    }

    /** Microseconds of bidding left since it stopped. */
    long remaining() {
        return hasOpened() ? closesAt() - stoppedAt : 0;
    }

    /** Bidding goes on now with exactly the time that was left. */
    void goOnAt(long now) {
        if (inquiry.isAsking()) {
            inquiry.shift(now - stoppedAt);
        } else {
            mechanism().shift(now - stoppedAt);
        }
    }

    void writeTo(StateWriter out) {
        out.put(text.utf8());
        out.put(state.name()).put(phase).put(bids).put(extensions).put(roadshow);
        out.put(pauseCause.name()).put(stoppedAt);
        if (hammeredBy != 0) {
            out.put(hammeredBy);
        }
        if (undone != 0) {
            out.put("undone").put(undone);
        }
        if (resumedWithoutThem) {
            out.put("resumedWithoutThem");
        }
        if (awardedAt != 0 && objectionsUntil() != 0) {
            out.put("awardedAt").put(awardedAt);
        }
        if (opensNotBefore != 0) {
            out.put("opensNotBefore").put(opensNotBefore);
        }
        writeListing(out);
        out.put(deadline.isPending());
        if (deadline.isPending()) {
            out.put(deadline.kind().name()).put(deadline.due());
        }
        entrants.writeTo(out);
        roll.writeTo(out);
        if (hasOpened()) {
            mechanism().writeTo(out);
        }
        if (priorities.rule().mode() != PriorityMode.NONE) {
            priorities.writeTo(out);
            inquiry.writeTo(out);
        }
        statute.writeTo(out);
    }

    /** A lot that no listing offers has nothing to write, as before there were listings. */
    private void writeListing(StateWriter out) {
        if (listing == 0) {
            return;
        }
        out.put("listing").put(listing).put(before.price()).put(before.leader());
        out.put(before.quoted().size());
        before.quoted().forEach(out::put);
        out.put(agreed.size());
        agreed.forEach(award -> out.put(award.bidder()).put(award.price()));
    }
}
