package org.gavel.exchange.engine.auction.tender;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.gavel.exchange.engine.Request;
import org.gavel.exchange.engine.auction.Award;
import org.gavel.exchange.engine.auction.Carried;
import org.gavel.exchange.engine.auction.Effect;
import org.gavel.exchange.engine.auction.Floor;
import org.gavel.exchange.engine.state.StateWriter;
import org.gavel.protocol.command.OpenEnvelope;
import org.gavel.protocol.command.PhaseAct;
import org.gavel.protocol.command.RecordScores;
import org.gavel.protocol.command.SubmitEnvelope;
import org.gavel.protocol.command.SubmitProposal;
import org.gavel.protocol.event.PassCause;
import org.gavel.protocol.event.ProposalSubmitted;
import org.gavel.protocol.event.StageKind;
import org.gavel.protocol.event.StageOpened;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.Micros;
import org.gavel.protocol.value.TenderTerms;

/**
 * Sealed prices weighed against quality ({@code auction-mechanisms} 2.12): envelopes are taken, a panel scores the
 * bidders, and only then prices are opened. A sale (权重报价), or a challenge tender (揭榜比拼) in which technical proposals
 * come first and prices fall. The best scores win, of equal ones the better price, of equal prices the one sent first.
 */
public final class ScoredTender extends ScoredPhase {
    private final TenderTerms terms;
    private final Envelopes envelopes = new Envelopes();
    private final TreeMap<Integer, String> proposals = new TreeMap<>();

    private Stage stage = Stage.SUBMISSION;

    /** In their order, with the number and the kind they have in public. */
    private enum Stage {
        SUBMISSION(1, StageKind.SEALED),
        SCORING(2, StageKind.SCORING),
        OPENING(3, StageKind.REVEAL);

        private final int number;
        private final StageKind kind;

        Stage(int number, StageKind kind) {
            this.number = number;
            this.kind = kind;
        }
    }

    public ScoredTender(TenderTerms terms) {
        super(terms);
        this.terms = terms;
    }

    @Override
    public void open(long now, Carried carried) {
        envelopes.reset();
        proposals.clear();
        stage = Stage.SUBMISSION;
        begin(now + Micros.of(terms.submission()));
    }

    @Override
    public void begun(Floor floor) {
        reserve(floor.reserve());
        announceStage(floor);
    }

    private void announceStage(Floor floor) {
        floor.emit(new StageOpened(floor.lot(), stage.number, stage.kind, 0, terms.start(), closesAt()));
    }

    @Override
    public RejectReason checkAct(Request request, int bidder, PhaseAct act) {
        if (act instanceof OpenEnvelope reveal) {
            return checkOpening(bidder, reveal);
        }
        boolean isTaken = act instanceof SubmitEnvelope || (act instanceof SubmitProposal && terms.asksForProposals());
        if (!isTaken || stage != Stage.SUBMISSION) {
            return RejectReason.WRONG_PHASE;
        }
        boolean tooEarly = act instanceof SubmitEnvelope && terms.asksForProposals() && !proposals.containsKey(bidder);
        return tooEarly ? RejectReason.PROPOSAL_FIRST : RejectReason.NONE;
    }

    private RejectReason checkOpening(int bidder, OpenEnvelope reveal) {
        if (stage != Stage.OPENING) {
            return RejectReason.SCORES_FIRST;
        }
        boolean isOut = envelopes.has(bidder) && !panel().admits(bidder);
        return isOut ? RejectReason.NOT_ADMITTED : envelopes.checkOpening(bidder, reveal);
    }

    @Override
    public Effect acceptAct(Request request, int bidder, PhaseAct act, Floor floor) {
        if (act instanceof SubmitEnvelope sent) {
            envelopes.submit(bidder, sent, floor);
        } else if (act instanceof OpenEnvelope revealed) {
            envelopes.open(bidder, revealed, counts(revealed.amount().fen()), floor);
        } else {
            String file = ((SubmitProposal) act).file();
            proposals.put(bidder, file);
            floor.emit(new ProposalSubmitted(floor.lot(), bidder, floor.paddle(bidder), file));
        }
        return Effect.STANDS;
    }

    private boolean counts(long amount) {
        long limit = terms.start().fen();
        return terms.reverse() ? amount <= limit : amount >= limit;
    }

    @Override
    public RejectReason checkScores(RecordScores scores) {
        return switch (stage) {
            case SUBMISSION -> RejectReason.SCORING_NOT_OPEN;
            case SCORING -> envelopes.has(scores.bidder()) ? RejectReason.NONE : RejectReason.NOTHING_TO_SCORE;
            case OPENING -> RejectReason.SCORES_FIXED;
        };
    }

    @Override
    public boolean elapse(long at, Floor floor) {
        return switch (stage) {
            case SUBMISSION -> beginScoring(at, floor);
            case SCORING -> endScoring(at, floor);
            case OPENING -> conclude(floor);
        };
    }

    private boolean beginScoring(long at, Floor floor) {
        IntStream bidders = envelopes.all().stream().mapToInt(Envelope::bidder);
        if (floor.persons(bidders) < terms.minBidders()) {
            return over(envelopes.size() == 0 ? PassCause.NO_BID : PassCause.MIN_BIDDERS);
        }
        return next(Stage.SCORING, scoredBy(at), floor);
    }

    /** Nobody is out because the panel is silent: it gets more time, or the lot passes with every price sealed. */
    private boolean endScoring(long at, Floor floor) {
        if (!panel().hasScored(envelopes.size())) {
            return panel().extend() ? next(Stage.SCORING, scoredBy(at), floor) : over(PassCause.NOT_SCORED);
        }
        return panel().admitsAnybody()
                ? next(Stage.OPENING, at + Micros.of(terms.reveal()), floor)
                : over(PassCause.BELOW_MINIMUM_SCORE);
    }

    private boolean conclude(Floor floor) {
        envelopes.forfeitUnopened(envelope -> panel().admits(envelope.bidder()), floor);
        List<Ranking.Offer> offers = envelopes.all().stream()
                .filter(Envelope::isValid)
                .map(this::offer)
                .toList();
        rank(Ranking.of(terms.scores(), terms.reverse(), offers), floor);
        return over();
    }

    private Ranking.Offer offer(Envelope envelope) {
        int quality = panel().quality(envelope.bidder());
        return new Ranking.Offer(envelope.bidder(), envelope.paddle(), envelope.amount(), quality, envelope.number());
    }

    private boolean next(Stage following, long until, Floor floor) {
        stage = following;
        closesAt(until);
        announceStage(floor);
        return true;
    }

    @Override
    public List<Award> awards() {
        return ranking().awards(reserve(), terms.minScore(), terms.maxAwards());
    }

    @Override
    public void writeTo(StateWriter out) {
        out.put(stage.name());
        writeEndTo(out);
        out.put(envelopes.numbers());
        envelopes.writeTo(out);
        out.put(proposals.size());
        proposals.forEach((bidder, file) -> out.put(bidder).put(file));
        panel().writeTo(out);
    }
}
