package org.gavel.exchange.engine.auction.tender;

import org.gavel.exchange.engine.auction.Floor;
import org.gavel.exchange.engine.auction.Mechanism;
import org.gavel.exchange.engine.auction.Scored;
import org.gavel.exchange.engine.state.StateWriter;
import org.gavel.protocol.command.RecordScores;
import org.gavel.protocol.event.PassCause;
import org.gavel.protocol.value.Micros;
import org.gavel.protocol.value.ScoreTerms;

/** A phase that a panel scores: the scores, what they rank, and why nobody has won where that is so. */
abstract sealed class ScoredPhase implements Mechanism, Scored permits PriceContest, ScoredTender {
    private final ScoreTerms terms;
    private final Panel panel;
    private PassCause failure = PassCause.NO_BID;
    private Ranking ranking = Ranking.EMPTY;
    private long reserve;
    private long closesAt;

    ScoredPhase(ScoreTerms terms) {
        this.terms = terms;
        panel = new Panel(terms.scores());
    }

    final Panel panel() {
        return panel;
    }

    /** The phase begins; its first stage closes then. */
    final void begin(long until) {
        panel.reset();
        failure = PassCause.NO_BID;
        ranking = Ranking.EMPTY;
        closesAt = until;
    }

    final void reserve(long amount) {
        reserve = amount;
    }

    final long reserve() {
        return reserve;
    }

    /** The next stage closes then. */
    final void closesAt(long until) {
        closesAt = until;
    }

    /** When the panel must be done that begins, or gets more time, now. */
    final long scoredBy(long now) {
        return now + Micros.of(terms.scores().scoring());
    }

    final Ranking ranking() {
        return ranking;
    }

    final void rank(Ranking result, Floor floor) {
        ranking = result;
        ranking.publish(floor);
    }

    /** The phase is over as it is ranked. */
    final boolean over() {
        return over(ranking.whyUnsold(reserve));
    }

    /** The phase is over, and this is why if nobody has won. */
    final boolean over(PassCause cause) {
        failure = cause;
        return false;
    }

    @Override
    public final void score(RecordScores scores, Floor floor) {
        panel.record(scores, floor);
    }

    @Override
    public final void shift(long micros) {
        closesAt += micros;
    }

    @Override
    public final long closesAt() {
        return closesAt;
    }

    @Override
    public final long price() {
        return ranking.bestAmount();
    }

    @Override
    public final int leader() {
        return ranking.first();
    }

    @Override
    public final long nextMinimum() {
        return terms.start().fen();
    }

    /** {@link #awards} leaves out what does not meet the reserve. */
    @Override
    public final boolean meets(long amount) {
        return true;
    }

    @Override
    public final PassCause whyUnsold() {
        return failure;
    }

    final void writeEndTo(StateWriter out) {
        out.put(failure.name()).put(reserve).put(closesAt);
    }
}
