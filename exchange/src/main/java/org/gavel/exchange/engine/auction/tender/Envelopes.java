package org.gavel.exchange.engine.auction.tender;

import java.util.Collection;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.gavel.exchange.engine.Request;
import org.gavel.exchange.engine.auction.Floor;
import org.gavel.exchange.engine.state.StateWriter;
import org.gavel.protocol.command.OpenEnvelope;
import org.gavel.protocol.command.SubmitEnvelope;
import org.gavel.protocol.event.EnvelopeOpened;
import org.gavel.protocol.event.EnvelopeSubmitted;
import org.gavel.protocol.event.ForfeitCause;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.SealedCommitment;

/** The sealed bids of a round, one a bidder: taken by commitment, then opened against it. */
final class Envelopes {
    private final TreeMap<Integer, Envelope> byBidder = new TreeMap<>();
    private int numbers;

    /** The phase begins. */
    void reset() {
        byBidder.clear();
        numbers = 0;
    }

    /** Another round begins; its envelopes are counted on. */
    void clear() {
        byBidder.clear();
    }

    int size() {
        return byBidder.size();
    }

    /** How many have been sent in the phase. */
    int numbers() {
        return numbers;
    }

    boolean has(int bidder) {
        return byBidder.containsKey(bidder);
    }

    /** In the order of the bidders' numbers. */
    Collection<Envelope> all() {
        return byBidder.values();
    }

    /** Whether the bidder may send one, of at most this many; 0 is any number. */
    RejectReason checkSubmission(Request request, int bidder, int most) {
        Envelope before = byBidder.get(bidder);
        boolean usedUp = before != null && most > 0 && before.sent() >= most;
        return usedUp ? request.refuse(RejectReason.ENVELOPES_USED_UP, most) : RejectReason.NONE;
    }

    RejectReason checkOpening(int bidder, OpenEnvelope reveal) {
        RejectReason refusal = checkShut(bidder);
        if (refusal != RejectReason.NONE) {
            return refusal;
        }
        Envelope envelope = byBidder.get(bidder);
        String told = SealedCommitment.of(reveal.lot(), envelope.paddle(), reveal.amount(), reveal.salt());
        return told.equals(envelope.commitment()) ? RejectReason.NONE : RejectReason.ENVELOPE_MISMATCH;
    }

    /** Whether the bidder has one that is not open yet. */
    RejectReason checkShut(int bidder) {
        Envelope envelope = byBidder.get(bidder);
        if (envelope == null) {
            return RejectReason.ENVELOPE_MISSING;
        }
        return envelope.isOpened() ? RejectReason.ENVELOPE_OPENED : RejectReason.NONE;
    }

    /** The bidder's, who must have one. */
    Envelope get(int bidder) {
        return byBidder.get(bidder);
    }

    void submit(int bidder, SubmitEnvelope sent, Floor floor) {
        int paddle = floor.paddle(bidder);
        numbers++;
        byBidder.computeIfAbsent(bidder, b -> new Envelope(b, paddle)).send(sent.commitment(), numbers);
        floor.emit(new EnvelopeSubmitted(sent.lot(), bidder, paddle, sent.commitment(), numbers));
    }

    /** Opens what {@link #checkOpening} allows; {@code counts} says whether the amount is good enough. */
    void open(int bidder, OpenEnvelope revealed, boolean counts, Floor floor) {
        Envelope envelope = byBidder.get(bidder);
        envelope.open(revealed.amount().fen(), counts);
        if (counts) {
            floor.counts();
        }
        floor.emit(new EnvelopeOpened(revealed.lot(), bidder, envelope.paddle(), revealed.amount(), counts));
    }

    /** Whoever had to open and did not loses the deposit. */
    void forfeitUnopened(Predicate<Envelope> hadTo, Floor floor) {
        for (Envelope envelope : byBidder.values()) {
            if (!envelope.isOpened() && hadTo.test(envelope)) {
                floor.forfeit(envelope.bidder(), ForfeitCause.NO_REVEAL);
            }
        }
    }

    void writeTo(StateWriter out) {
        out.put(byBidder.size());
        byBidder.values().forEach(envelope -> envelope.writeTo(out));
    }
}
