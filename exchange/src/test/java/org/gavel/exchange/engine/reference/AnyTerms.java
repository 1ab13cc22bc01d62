package org.gavel.exchange.engine.reference;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.gavel.protocol.value.BestBidTerms;
import org.gavel.protocol.value.ChallengeTerms;
import org.gavel.protocol.value.ClockTerms;
import org.gavel.protocol.value.ContestTerms;
import org.gavel.protocol.value.Draw;
import org.gavel.protocol.value.DutchTerms;
import org.gavel.protocol.value.EnglishTerms;
import org.gavel.protocol.value.EnvelopeKey;
import org.gavel.protocol.value.InquiryTerms;
import org.gavel.protocol.value.JapanesePrice;
import org.gavel.protocol.value.JapaneseTerms;
import org.gavel.protocol.value.LiveTerms;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.PhaseTerms;
import org.gavel.protocol.value.ProxyTerms;
import org.gavel.protocol.value.ReverseRoundsTerms;
import org.gavel.protocol.value.ScoreRule;
import org.gavel.protocol.value.ScoredTerms;
import org.gavel.protocol.value.SealedPricing;
import org.gavel.protocol.value.SealedTerms;
import org.gavel.protocol.value.SharesPricing;
import org.gavel.protocol.value.SharesTerms;
import org.gavel.protocol.value.SoftClose;
import org.gavel.protocol.value.Step;
import org.gavel.protocol.value.StepRoundsTerms;
import org.gavel.protocol.value.TimedTerms;

/** Draws phases: of everyday size mostly, so that they meet; now and then any that can be written down. */
final class AnyTerms {
    private static final Money START = new Money(20_000);
    private static final Money STEP = new Money(1_000);
    private static final Duration SHORT = Duration.ofSeconds(10);

    private final Draw draw;

    AnyTerms(Draw draw) {
        this.draw = draw;
    }

    List<PhaseTerms> phases() {
        if (draw.chance(4)) {
            return draw.phases();
        }
        if (draw.chance(4)) {
            return List.of(alone());
        }
        List<PhaseTerms> phases = new ArrayList<>();
        int most = 1 + draw.below(3);
        while (phases.size() < most) {
            phases.add(draw.below(4) == 0 && !phases.isEmpty() ? new InquiryTerms(SHORT) : bidding());
        }
        return phases;
    }

    private PhaseTerms bidding() {
        List<Step> ladder = List.of(new Step(Money.ZERO, STEP), new Step(new Money(40_000), new Money(2_500)));
        return switch (draw.below(10)) {
            case 0 -> new TimedTerms(START, ladder, draw.flag(), 0, SHORT, Duration.ZERO, draw.flag());
            case 1 -> new StepRoundsTerms(START, STEP, SHORT, Duration.ofSeconds(1), Duration.ZERO, draw.flag());
            case 2 -> new JapaneseTerms(START, STEP, 1 + draw.below(6), SHORT, draw.oneOf(JapanesePrice.values()));
            case 3 ->
                new LiveTerms(START, ladder, draw.flag(), 0, draw.flag(), SHORT, SHORT, SHORT.multipliedBy(30), SHORT);
            case 4 -> new DutchTerms(START, 5, SHORT, 0, STEP);
            case 5 -> new BestBidTerms(SHORT);
            case 6 -> new ReverseRoundsTerms(START, draw.flag(), STEP, SHORT, List.of(SHORT, SHORT), SHORT);
            case 7 -> new ProxyTerms(START, ladder, SHORT, softClose());
            case 8 -> sealed();
            default -> new EnglishTerms(START, ladder, draw.flag(), 0, SHORT, softClose(), draw.flag());
        };
    }

    private PhaseTerms sealed() {
        EnvelopeKey key = draw.flag() ? EnvelopeKey.NONE : draw.envelopeKey();
        SealedPricing pricing = draw.oneOf(SealedPricing.values());
        int rounds = pricing == SealedPricing.SECOND ? 1 : 1 + draw.below(3);
        return new SealedTerms(START, SHORT, SHORT, pricing, draw.below(3), rounds, key);
    }

    /** A phase that suffers no other beside it. */
    private PhaseTerms alone() {
        ScoreRule scores = new ScoreRule(4_000, 6_000, draw.flag() ? 0 : 3_000, SHORT, draw.below(3));
        long units = draw.flag() ? 1_000 : Money.MAX_FEN / START.fen();
        return switch (draw.below(5)) {
            case 0 ->
                new SharesTerms(units, START, 1 + draw.below(50), SHORT, draw.oneOf(SharesPricing.values()), SHORT);
            case 1 -> new ClockTerms(units, START, 500, SHORT);
            case 2 -> new ScoredTerms(START, SHORT, SHORT, scores, draw.below(3));
            case 3 -> new ChallengeTerms(START, SHORT, SHORT, scores, draw.below(3), 1 + draw.below(3), 2_000);
            default -> new ContestTerms(START, scores, 1 + draw.below(3), SHORT, draw.below(3));
        };
    }

    private SoftClose softClose() {
        SoftClose.Mode mode = draw.oneOf(SoftClose.Mode.values());
        Duration window = mode == SoftClose.Mode.CYCLE ? Duration.ZERO : Duration.ofSeconds(3);
        return draw.flag() ? SoftClose.NONE : new SoftClose(window, Duration.ofSeconds(3), Duration.ZERO, 0, mode);
    }
}
