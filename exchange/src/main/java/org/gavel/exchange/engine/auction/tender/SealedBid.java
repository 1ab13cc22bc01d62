package org.gavel.exchange.engine.auction.tender;

import java.util.List;
import org.gavel.exchange.engine.Request;
import org.gavel.exchange.engine.auction.Award;
import org.gavel.exchange.engine.auction.Carried;
import org.gavel.exchange.engine.auction.Effect;
import org.gavel.exchange.engine.auction.EnvelopePhase;
import org.gavel.exchange.engine.auction.Floor;
import org.gavel.exchange.engine.auction.Mechanism;
import org.gavel.exchange.engine.state.StateWriter;
import org.gavel.protocol.command.OpenEnvelope;
import org.gavel.protocol.command.PhaseAct;
import org.gavel.protocol.command.SubmitEnvelope;
import org.gavel.protocol.command.VoidEnvelope;
import org.gavel.protocol.event.EnvelopeVoided;
import org.gavel.protocol.event.StageKind;
import org.gavel.protocol.event.StageOpened;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.EnvelopeKey;
import org.gavel.protocol.value.Micros;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.SealedPricing;
import org.gavel.protocol.value.SealedTerms;

/**
 * Sealed bids by commitment and opening ({@code auction-mechanisms} 2.8, 4.2). A round has two stages: envelopes are
 * taken, then opened; whoever leaves theirs unopened forfeits the deposit, where the terms have an envelope key only if
 * the keyholders found it at fault. The highest amount wins, of equal ones the
 * one sent first. What stood before the round, from an earlier one or an earlier phase, stands until it is exceeded.
 */
public final class SealedBid implements Mechanism, EnvelopePhase {
    private final SealedTerms terms;
    private final Envelopes envelopes = new Envelopes();

    private long reserve;
    private long standing;
    private int standingLeader;
    private Carried carried = Carried.NOTHING;
    private int clockWinner;
    private long clockPrice;
    private int round;
    private boolean opening;
    private long closesAt;

    public SealedBid(SealedTerms terms) {
        this.terms = terms;
    }

    @Override
    public void open(long now, Carried carried) {
        this.carried = carried;
        clockWinner = carried.clockWinner();
        clockPrice = carried.clockPrice();
        boolean clockStands = clockWinner != 0 && clockPrice >= carried.price();
        standing = clockStands ? clockPrice : carried.price();
        standingLeader = clockStands ? clockWinner : carried.leader();
        round = 0;
        envelopes.reset();
        nextRound(now);
    }

    private void nextRound(long at) {
        envelopes.clear();
        round++;
        opening = false;
        closesAt = at + Micros.of(terms.submission());
    }

    @Override
    public void begun(Floor floor) {
        reserve = floor.reserve();
        announceStage(floor);
    }

    private void announceStage(Floor floor) {
        int stage = 2 * round - (opening ? 0 : 1);
        StageKind kind = opening ? StageKind.REVEAL : StageKind.SEALED;
        floor.emit(new StageOpened(floor.lot(), stage, kind, 0, new Money(standing), closesAt));
    }

    @Override
    public RejectReason checkAct(Request request, int bidder, PhaseAct act) {
        if (act instanceof SubmitEnvelope sent && !opening) {
            return checkSubmission(request, bidder, sent);
        }
        if (act instanceof OpenEnvelope reveal && opening) {
            return envelopes.checkOpening(bidder, reveal);
        }
        return RejectReason.WRONG_PHASE;
    }

    private RejectReason checkSubmission(Request request, int bidder, SubmitEnvelope sent) {
        if (bidder == clockWinner) {
            return RejectReason.CLOCK_WINNER_WAITS;
        }
        if (bidder == standingLeader) {
            return RejectReason.ALREADY_LEADING;
        }
        if (hasKey() && sent.ciphertext().length() != EnvelopeKey.CIPHERTEXT_LENGTH) {
            return request.refuse(RejectReason.ENVELOPE_NOT_ENCRYPTED, EnvelopeKey.CIPHERTEXT_LENGTH);
        }
        return envelopes.checkSubmission(request, bidder, terms.maxEnvelopes());
    }

    private boolean hasKey() {
        return !terms.envelopeKey().equals(EnvelopeKey.NONE);
    }

    @Override
    public RejectReason checkVoid(int bidder) {
        if (!opening) {
            return RejectReason.WRONG_PHASE;
        }
        if (!hasKey()) {
            return RejectReason.NO_ENVELOPE_KEY;
        }
        RejectReason refusal = envelopes.checkShut(bidder);
        boolean isVoid = refusal == RejectReason.NONE && envelopes.get(bidder).isVoid();
        return isVoid ? RejectReason.ENVELOPE_VOIDED : refusal;
    }

    @Override
    public void voidEnvelope(VoidEnvelope voided, Floor floor) {
        Envelope envelope = envelopes.get(voided.bidder());
        envelope.becomeVoid();
        floor.emit(
                new EnvelopeVoided(voided.lot(), voided.bidder(), envelope.paddle(), voided.fault(), voided.reason()));
    }

    @Override
    public Effect acceptAct(Request request, int bidder, PhaseAct act, Floor floor) {
        if (act instanceof SubmitEnvelope sent) {
            envelopes.submit(bidder, sent, floor);
        } else {
            reveal(bidder, (OpenEnvelope) act, floor);
        }
        return Effect.STANDS;
    }

    private void reveal(int bidder, OpenEnvelope revealed, Floor floor) {
        long amount = revealed.amount().fen();
        envelopes.open(bidder, revealed, amount >= terms.start().fen() && amount > standing, floor);
    }

    @Override
    public boolean elapse(long at, Floor floor) {
        if (envelopes.size() == 0) {
            return false;
        }
        if (!opening) {
            opening = true;
            closesAt = at + Micros.of(terms.reveal());
            announceStage(floor);
            return true;
        }
        return concludeRound(at, floor);
    }

    /** Whoever answers for an unopened envelope forfeits; another round follows where one is left and this had a bid. */
    private boolean concludeRound(long at, Floor floor) {
        envelopes.forfeitUnopened(envelope -> envelope.isVoid() || !hasKey(), floor);
        Envelope best = best(0);
        if (best == null || round == terms.rounds()) {
            return false;
        }
        standing = best.amount();
        standingLeader = best.bidder();
        nextRound(at);
        announceStage(floor);
        return true;
    }

    /** The round's best valid envelope not of this bidder, or null. */
    private Envelope best(int without) {
        Envelope best = null;
        for (Envelope envelope : envelopes.all()) {
            boolean counts = envelope.isValid() && envelope.bidder() != without;
            if (counts && (best == null || envelope.isBetterThan(best))) {
                best = envelope;
            }
        }
        return best;
    }

    @Override
    public void shift(long micros) {
        closesAt += micros;
    }

    @Override
    public long closesAt() {
        return closesAt;
    }

    @Override
    public long price() {
        Envelope best = best(0);
        return best == null ? standing : best.amount();
    }

    @Override
    public int leader() {
        Envelope best = best(0);
        return best == null ? standingLeader : best.bidder();
    }

    @Override
    public long nextMinimum() {
        return Math.min(Money.MAX_FEN, Math.max(terms.start().fen(), standing + 1));
    }

    @Override
    public Carried carry() {
        return new Carried(price(), leader(), clockWinner, clockPrice, carried.quoted(), carried.confirmed());
    }

    /** Nobody has outbid the clock: its winner has the lot, and no last phase is theirs to use. */
    @Override
    public boolean decides() {
        return clockWinner != 0 && leader() == clockWinner;
    }

    @Override
    public List<Award> awards() {
        Envelope best = best(0);
        if (best == null) {
            return standingLeader == 0 ? List.of() : List.of(new Award(standingLeader, standing, 0));
        }
        boolean own = terms.pricing() == SealedPricing.FIRST;
        return List.of(new Award(best.bidder(), own ? best.amount() : secondPrice(best), 0));
    }

    /** What the winner would have had to offer without knowing: never more than they did, if that meets the reserve. */
    private long secondPrice(Envelope best) {
        Envelope second = best(best.bidder());
        long rival = second == null ? Math.max(terms.start().fen(), standing) : second.amount();
        return Math.max(reserve, rival);
    }

    @Override
    public void writeTo(StateWriter out) {
        out.put(reserve).put(standing).put(standingLeader).put(clockWinner).put(clockPrice);
        out.put(round).put(opening).put(envelopes.numbers()).put(closesAt);
        envelopes.writeTo(out);
    }
}
