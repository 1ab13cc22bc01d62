package org.gavel.protocol.value;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import org.gavel.protocol.reject.InvalidValue;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.reject.Require;

/**
 * Sealed envelopes, opened together (密封报价; {@code auction-mechanisms} 2.8): first commitments, then what they hold.
 *
 * @param start the least amount that counts
 * @param submission how long envelopes are taken
 * @param reveal how long they may be opened afterwards
 * @param pricing what the winner pays; absent reads as FIRST
 * @param maxEnvelopes how many envelopes a bidder may send in a round, the last one counting: 1 allows no change, 0 any
 *     number
 * @param rounds the most rounds (书面多轮): each counts only what is above the best of the one before; 0 reads as 1
 * @param envelopeKey what envelopes must be encrypted to; absent where the bidders alone open them
 */
public record SealedTerms(
        Money start,
        Duration submission,
        Duration reveal,
        SealedPricing pricing,
        int maxEnvelopes,
        int rounds,

        @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = EnvelopeKey.UnlessNone.class)
        EnvelopeKey envelopeKey)
        implements PhaseTerms {
    /** The most rounds a phase may have. */
    public static final int MAX_ROUNDS = 100;

    /** Terms without an envelope key. */
    public SealedTerms(
            Money start, Duration submission, Duration reveal, SealedPricing pricing, int maxEnvelopes, int rounds) {
        this(start, submission, reveal, pricing, maxEnvelopes, rounds, EnvelopeKey.NONE);
    }

    public SealedTerms {
        start = Require.present(start, "start").positive("start");
        submission = Require.positive(submission, "submission");
        reveal = Require.positive(reveal, "reveal");
        pricing = pricing == null ? SealedPricing.FIRST : pricing;
        Require.between(maxEnvelopes, 0, 1_000_000, "maxEnvelopes");
        rounds = rounds == 0 ? 1 : rounds;
        Require.between(rounds, 1, MAX_ROUNDS, "rounds");
        if (rounds > 1 && pricing == SealedPricing.SECOND) {
            throw new InvalidValue(RejectReason.BAD_FIELD, "pricing", "must be FIRST where there are several rounds");
        }
        envelopeKey = envelopeKey == null ? EnvelopeKey.NONE : envelopeKey;
    }
}
