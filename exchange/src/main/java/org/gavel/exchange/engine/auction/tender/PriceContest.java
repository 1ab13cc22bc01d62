package org.gavel.exchange.engine.auction.tender;

import java.util.ArrayList;
import java.util.List;
import org.agrona.collections.Int2IntHashMap;
import org.gavel.exchange.engine.Request;
import org.gavel.exchange.engine.auction.Award;
import org.gavel.exchange.engine.auction.Carried;
import org.gavel.exchange.engine.auction.Effect;
import org.gavel.exchange.engine.auction.Floor;
import org.gavel.exchange.engine.state.StateWriter;
import org.gavel.protocol.command.RecordScores;
import org.gavel.protocol.event.PassCause;
import org.gavel.protocol.event.StageKind;
import org.gavel.protocol.event.StageOpened;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.ContestTerms;
import org.gavel.protocol.value.Micros;

/**
 * A contest (张榜招贤; {@code market-rules} 2.8): a panel scores who was admitted before the lot opened, then prices fall
 * in rounds. A bid may be replaced until its round ends, and is public from then on; silence keeps the price of the
 * round before. The best score wins, of equal ones the lower price, of equal prices the earlier bid.
 */
public final class PriceContest extends ScoredPhase {
    private static final int NOBODY = -1;

    private final ContestTerms terms;
    private final List<Contestant> contestants = new ArrayList<>();
    private final Int2IntHashMap places = new Int2IntHashMap(NOBODY);

    private int round;

    /** One contestant with the price that stands, and the one of the running round; 0 where there is none. */
    private static final class Contestant {
        private final int bidder;
        private final int paddle;
        private long price;
        private long since;
        private long draft;
        private long draftSequence;

        Contestant(int bidder, int paddle) {
            this.bidder = bidder;
            this.paddle = paddle;
        }

        /** Whether a new price stands now. */
        boolean settle() {
            boolean isNew = draft != 0;
            if (isNew) {
                price = draft;
                since = draftSequence;
                draft = 0;
                draftSequence = 0;
            }
            return isNew;
        }

        void writeTo(StateWriter out) {
            out.put(bidder).put(paddle).put(price).put(since).put(draft).put(draftSequence);
        }
    }

    public PriceContest(ContestTerms terms) {
        super(terms);
        this.terms = terms;
    }

    @Override
    public void open(long now, Carried carried) {
        contestants.clear();
        places.clear();
        round = 0;
        begin(scoredBy(now));
    }

    @Override
    public void begun(Floor floor) {
        reserve(floor.reserve());
        for (int i = 0; i < floor.entrants(); i++) {
            int bidder = floor.entrant(i);
            places.put(bidder, i);
            contestants.add(new Contestant(bidder, floor.paddle(bidder)));
        }
        announceStage(floor);
    }

    private void announceStage(Floor floor) {
        StageKind kind = round == 0 ? StageKind.SCORING : StageKind.ROUND;
        floor.emit(new StageOpened(floor.lot(), round + 1, kind, 0, terms.start(), closesAt()));
    }

    @Override
    public RejectReason check(Request request, int bidder, long amount) {
        if (round == 0) {
            return RejectReason.SCORES_FIRST;
        }
        if (!panel().admits(bidder)) {
            return RejectReason.NOT_ADMITTED;
        }
        long before = contestants.get(places.get(bidder)).price;
        long limit = before == 0 ? terms.start().fen() : before - 1;
        return amount > limit ? request.refuse(RejectReason.TOO_HIGH, limit) : RejectReason.NONE;
    }

    @Override
    public Effect accept(Request request, int bidder, long amount, Floor floor) {
        Contestant contestant = contestants.get(places.get(bidder));
        contestant.draft = amount;
        contestant.draftSequence = request.sequence();
        return Effect.STANDS;
    }

    @Override
    public RejectReason checkScores(RecordScores scores) {
        if (round > 0) {
            return RejectReason.SCORES_FIXED;
        }
        return places.containsKey(scores.bidder()) ? RejectReason.NONE : RejectReason.NOTHING_TO_SCORE;
    }

    @Override
    public boolean elapse(long at, Floor floor) {
        return round == 0 ? endScoring(at, floor) : endRound(at, floor);
    }

    /** Nobody is out because the panel is silent: it gets more time, or the lot passes without a bid. */
    private boolean endScoring(long at, Floor floor) {
        if (floor.persons(contestants.stream().mapToInt(one -> one.bidder)) < terms.minBidders()) {
            return over(contestants.isEmpty() ? PassCause.NO_BID : PassCause.MIN_BIDDERS);
        }
        if (!panel().hasScored(contestants.size())) {
            return panel().extend() ? next(0, scoredBy(at), floor) : over(PassCause.NOT_SCORED);
        }
        return panel().admitsAnybody()
                ? next(1, at + Micros.of(terms.round()), floor)
                : over(PassCause.BELOW_MINIMUM_SCORE);
    }

    private boolean endRound(long at, Floor floor) {
        for (Contestant contestant : contestants) {
            if (contestant.settle()) {
                floor.counts();
            }
        }
        rank(Ranking.of(terms.scores(), true, offers()), floor);
        return round < terms.rounds() ? next(round + 1, at + Micros.of(terms.round()), floor) : over();
    }

    private List<Ranking.Offer> offers() {
        return contestants.stream()
                .filter(one -> one.price > 0)
                .map(one ->
                        new Ranking.Offer(one.bidder, one.paddle, one.price, panel().quality(one.bidder), one.since))
                .toList();
    }

    private boolean next(int following, long until, Floor floor) {
        round = following;
        closesAt(until);
        announceStage(floor);
        return true;
    }

    @Override
    public List<Award> awards() {
        return ranking().awards(reserve(), 0, 1);
    }

    @Override
    public void writeTo(StateWriter out) {
        out.put(round);
        writeEndTo(out);
        out.put(contestants.size());
        contestants.forEach(contestant -> contestant.writeTo(out));
        panel().writeTo(out);
    }
}
