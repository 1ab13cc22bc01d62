package org.gavel.exchange.engine.listing;

import java.time.Duration;
import java.util.Optional;
import org.gavel.exchange.engine.auction.Closing;
import org.gavel.exchange.engine.lot.Lot;
import org.gavel.exchange.engine.state.StateWriter;
import org.gavel.exchange.engine.timer.Deadline;
import org.gavel.exchange.engine.timer.TimerQueue;
import org.gavel.protocol.codec.json.CanonicalJson;
import org.gavel.protocol.codec.json.JsonCodec;
import org.gavel.protocol.command.AnnounceListing;
import org.gavel.protocol.value.Day;
import org.gavel.protocol.value.LegalDays;
import org.gavel.protocol.value.ListingTerms;
import org.gavel.protocol.value.QuotesTerms;
import org.gavel.protocol.value.SoftClose;
import org.gavel.protocol.value.SuspensionCause;

/** One listing: its announced terms, its state, the running period, and the one deadline time holds for it. */
public final class Listing {
    private final int number;
    private final ListingTerms terms;
    private final long listPrice;
    private final Lot lot;
    private final long leastAfterSuspension;
    private final Optional<QuotesTerms> quotes;
    private final Deadline deadline;
    private final Closing closing;
    private final Intentions intentions = new Intentions();
    private ListingState state = ListingState.DISCLOSING;
    private ListingState before = ListingState.DISCLOSING;
    private Day first;
    private Day last;
    private int periodDays;
    private int cycle;
    private int quoteCount;
    private int best;
    private int party;
    private long agreeUntil;
    private Day suspendedOn = new Day(0);
    private SuspensionCause cause = SuspensionCause.OTHER;

    /** A listing announced on this day, disclosed until that one. */
    Listing(AnnounceListing asked, Lot lot, Day today, Day last, long leastAfterSuspension) {
        this.number = asked.listing();
        this.terms = asked.terms();
        this.listPrice = asked.listPrice().fen();
        this.lot = lot;
        this.leastAfterSuspension = leastAfterSuspension;
        this.quotes =
                lot.terms().phases().get(0) instanceof QuotesTerms quoted ? Optional.of(quoted) : Optional.empty();
        this.deadline = new Deadline(lot.number());
        this.closing =
                new Closing(Duration.ZERO, quotes.map(QuotesTerms::softClose).orElse(SoftClose.NONE));
        disclose(today, last, terms.days());
    }

    public int number() {
        return number;
    }

    ListingTerms terms() {
        return terms;
    }

    Lot lot() {
        return lot;
    }

    ListingState state() {
        return state;
    }

    boolean isOver() {
        return state == ListingState.CLOSED;
    }

    Deadline deadline() {
        return deadline;
    }

    Intentions intentions() {
        return intentions;
    }

    /** How quotes are given; empty where its offers are not public. */
    Optional<QuotesTerms> quotes() {
        return quotes;
    }

    /** Moves on; an illegal move is a fault of ours. */
    void become(ListingState next) {
        if (!state.leadsTo(next)) {
            throw new IllegalStateException("listing " + number + " cannot go from " + state + " to " + next);
        }
        state = next;
    }

    /** A period of disclosure begins: so many working days from the one day to the other. */
    void disclose(Day from, Day to, int days) {
        first = from;
        last = to;
        periodDays = days;
        closing.open(terms.closeOf(to));
    }

    void countCycle() {
        cycle++;
    }

    int cycle() {
        return cycle;
    }

    Day last() {
        return last;
    }

    /** When the running period ends, microseconds since 1970. */
    long closesAt() {
        return closing.closesAt();
    }

    /** The running period ends at another instant. */
    void closeAt(long instant) {
        closing.shift(instant - closing.closesAt());
        last = Day.at(instant - 1);
    }

    /** Working days the running period goes on for when it is interrupted on this day, which does not count. */
    int daysLeft(LegalDays days, Day on) {
        long done = 0;
        for (Day day = first; day.compareTo(on) < 0; day = day.plus(1)) {
            done += days.isWorking(day) ? 1 : 0;
        }
        return (int) Math.max(1, Math.max(periodDays - done, leastAfterSuspension));
    }

    /** A quote of this party is taken: whether the period ends later for it. */
    boolean quoted(Intention intention, long amount, long now) {
        quoteCount++;
        intentions.quote(intention, amount, quoteCount);
        boolean leads = best == 0 || intention.isBetterThan(intentions.get(best));
        if (!leads) {
            return false;
        }
        best = intention.participant();
        long before = closing.closesAt();
        closing.bid(now);
        return closing.closesAt() > before;
    }

    /** Finds anew who leads by their quote, of those who still count: whether it is another. */
    boolean findBest() {
        int before = best;
        best = intentions.best(lot.roll()).map(Intention::participant).orElse(0);
        return best != before;
    }

    /** Who leads by their quote; empty where nobody who quoted still counts. */
    Optional<Intention> best() {
        return best == 0 ? Optional.empty() : Optional.of(intentions.get(best));
    }

    /** Whether it is still open who will be its parties. */
    boolean isUndecided() {
        ListingState course = state == ListingState.SUSPENDED ? before : state;
        return course == ListingState.DISCLOSING || course == ListingState.CONFIRMING;
    }

    int quoteCount() {
        return quoteCount;
    }

    /** The only party's agreement is due until then. */
    void agreeWith(Intention only, long until) {
        party = only.participant();
        agreeUntil = until;
    }

    void agreeUntil(long until) {
        agreeUntil = until;
    }

    long agreeUntil() {
        return agreeUntil;
    }

    /** The only party; meaningful while an agreement is due. */
    Intention party() {
        return intentions.get(party);
    }

    /** What the only party pays: the list price, or what they offer beyond it (MR-T29). */
    long agreedPrice() {
        return Math.max(listPrice, party().offer());
    }

    void suspend(SuspensionCause why, Day on) {
        before = state;
        cause = why;
        suspendedOn = on;
        become(ListingState.SUSPENDED);
    }

    /** What it was before it stood still. */
    ListingState before() {
        return before;
    }

    /** As {@link #before}, where the disclosure had ended and nothing was decided yet. */
    void beforeConfirming() {
        before = ListingState.CONFIRMING;
    }

    Day suspendedOn() {
        return suspendedOn;
    }

    /** When something next happens by itself, or never. */
    long nextDue() {
        return switch (state) {
            case DISCLOSING -> Math.min(closing.closesAt(), intentions.nextDue());
            case CONFIRMING -> intentions.nextDue();
            case AGREEING -> agreeUntil;
            case SUSPENDED, CLOSED -> TimerQueue.NEVER;
        };
    }

    void writeTo(StateWriter out) {
        out.put(number).put(lot.number()).put(listPrice).put(leastAfterSuspension);
        out.put(CanonicalJson.write(JsonCodec.tree((Object) terms)));
        out.put(state.name()).put(before.name()).put(cause.name()).put(suspendedOn.epoch());
        out.put(first.epoch()).put(last.epoch()).put(periodDays).put(cycle);
        out.put(quoteCount).put(best).put(party).put(agreeUntil);
        out.put(deadline.isPending());
        if (deadline.isPending()) {
            out.put(deadline.due());
        }
        closing.writeTo(out);
        intentions.writeTo(out);
    }
}
