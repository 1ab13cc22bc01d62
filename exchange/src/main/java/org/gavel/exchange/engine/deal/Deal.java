package org.gavel.exchange.engine.deal;

import org.gavel.exchange.engine.EventSink;
import org.gavel.exchange.engine.Request;
import org.gavel.exchange.engine.admission.EntryRoll;
import org.gavel.exchange.engine.state.StateWriter;
import org.gavel.exchange.engine.timer.Deadline;
import org.gavel.protocol.codec.json.CanonicalJson;
import org.gavel.protocol.codec.json.JsonCodec;
import org.gavel.protocol.command.AnnounceDeal;
import org.gavel.protocol.value.Micros;

/** One deal: its announced terms, its state, and the one deadline time holds for it. */
public abstract class Deal {
    private final AnnounceDeal terms;
    private final Deadline deadline;
    private DealState state;
    private DealState before = DealState.SUSPENDED;
    private long closesAt;
    private long stoppedAt;
    private long awardedAt;
    private String rulebook = "";
    private EntryRoll roll;

    Deal(AnnounceDeal terms, DealState first, long closesAt) {
        this.terms = terms;
        this.deadline = new Deadline(terms.lot());
        this.state = first;
        this.closesAt = closesAt;
    }

    final int number() {
        return terms.lot();
    }

    final AnnounceDeal terms() {
        return terms;
    }

    final int seller() {
        return terms.seller();
    }

    /** {@code NAME@version}, fixed with the announcement. */
    final String rulebook() {
        return rulebook;
    }

    final void ruledBy(String named) {
        rulebook = named;
    }

    /** Who may take part in it; set when it is made. */
    final EntryRoll roll() {
        return roll;
    }

    final void keeps(EntryRoll entries) {
        roll = entries;
    }

    /** Whom the seller has agreed with, or 0. */
    final int buyer() {
        return terms.buyer();
    }

    final DealState state() {
        return state;
    }

    final Deadline deadline() {
        return deadline;
    }

    /** When time decides about it; 0 where nothing is due. */
    final long closesAt() {
        return closesAt;
    }

    /** Moves on; an illegal move is a fault of ours. */
    final void become(DealState next) {
        if (!state.leadsTo(next)) {
            throw new IllegalStateException("deal " + number() + " cannot go from " + state + " to " + next);
        }
        if (next == DealState.SUSPENDED) {
            before = state;
        }
        state = next;
    }

    final void closesAt(long time) {
        closesAt = time;
    }

    final void awardedAt(long time) {
        awardedAt = time;
    }

    /** Up to when an award made at this time can be annulled, itself too late. */
    final long annulledUntil(long awarded) {
        return awarded + Micros.of(terms.objectionPeriod());
    }

    /** Whether its award can be annulled. */
    final boolean isAnnullable(long now) {
        return state == DealState.AWARDED && now < annulledUntil(awardedAt);
    }

    /** Says that its awards are void and frees what is held for them; only where it is awarded as the lot it is. */
    void annul(DealCourse course, String reason, EventSink out) {
        throw new IllegalStateException("deal " + number() + " has no award of its own");
    }

    final void stopAt(long time) {
        stoppedAt = time;
    }

    /** Microseconds left since it stopped. */
    final long remaining() {
        return closesAt == 0 ? 0 : Math.max(0, closesAt - stoppedAt);
    }

    /** Where it was before a fault stopped it, and since when it stands still. */
    final DealState stateBefore() {
        return before;
    }

    final long stoppedAt() {
        return stoppedAt;
    }

    /** All that lies ahead of {@code from} comes later by this much. */
    final void shift(long from, long by) {
        if (closesAt != 0) {
            closesAt += by;
        }
        shifted(from, by);
    }

    /** From when on pledges bind, where that has moved since the announcement; else 0. */
    long movedWithdrawal() {
        return 0;
    }

    /** The mode's own times ahead of {@code from} come later too. */
    void shifted(long from, long by) {}

    /**
     * Its deadline has come. Decides first, which may fail; then commits and changes.
     *
     * @param at when it was due, never after the time of the command that showed it
     */
    abstract void elapse(Request request, DealCourse course, long at, EventSink out);

    /** Everything held for it is free again; it has ended without an award. */
    void release(DealCourse course, EventSink out) {}

    /** The state of its mode. */
    abstract void writeMode(StateWriter out);

    final void writeTo(StateWriter out) {
        out.put(CanonicalJson.write(JsonCodec.tree(terms)));
        out.put(rulebook).put(state.name()).put(before.name()).put(closesAt).put(stoppedAt);
        out.put(deadline.isPending());
        if (deadline.isPending()) {
            out.put(deadline.due());
        }
        writeMode(out);
        if (!terms.objectionPeriod().isZero()) {
            out.put(awardedAt);
        }
        roll.writeTo(out);
    }
}
