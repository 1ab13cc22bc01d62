package org.gavel.exchange.engine.auction.rounds;

import static org.gavel.exchange.engine.LotPlan.lot;
import static org.gavel.exchange.engine.MarketFixture.ALICE;
import static org.gavel.exchange.engine.MarketFixture.BOB;
import static org.gavel.exchange.engine.MarketFixture.yuan;

import java.time.Duration;
import java.util.List;
import org.gavel.exchange.engine.MarketFixture;
import org.gavel.protocol.command.AnswerInquiry;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.EnglishTerms;
import org.gavel.protocol.value.InquiryTerms;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.SealedPricing;
import org.gavel.protocol.value.SealedTerms;
import org.gavel.protocol.value.SoftClose;
import org.gavel.protocol.value.Step;
import org.gavel.protocol.value.TimedTerms;
import org.junit.jupiter.api.Test;

/** Between which phases an inquiry can stand: market-rules 2.6. */
public final class InquiryPlaceTest {
    private static final Duration PERIOD = Duration.ofSeconds(100);
    private static final List<Step> STEPS = List.of(new Step(Money.ZERO, yuan(1)));

    private final InquiryTerms inquiry = new InquiryTerms(PERIOD);
    private final MarketFixture market = MarketFixture.venue().at(0);

    public static TimedTerms timed() {
        return new TimedTerms(yuan(50), STEPS, false, 0, PERIOD, Duration.ZERO, false);
    }

    private static EnglishTerms english() {
        return new EnglishTerms(yuan(50), STEPS, false, 0, PERIOD, SoftClose.NONE, false);
    }

    private static SealedTerms sealed() {
        return new SealedTerms(yuan(50), PERIOD, PERIOD, SealedPricing.FIRST, 1, 1);
    }

    @Test
    void asksThoseOfALimitedTimePhaseToo() {
        market.open(lot(7).phases(timed(), inquiry, timed())).bid(ALICE, yuan(50));
        market.at(100).tick();
        market.by(BOB, new AnswerInquiry(7, 0, true)).expectRefused(RejectReason.NO_LISTING_QUOTE);
        market.by(ALICE, new AnswerInquiry(7, 0, true)).expectAccepted();
        market.at(200).tick();
        market.bid(BOB, yuan(51)).expectRefused(RejectReason.NO_LISTING_QUOTE);
    }

    @Test
    void isRefusedWhereItWouldKeepNobodyOut() {
        market.announce(lot(7).phases(english(), inquiry)).expectRefused(RejectReason.BAD_PHASES, 2);
        market.announce(lot(7).phases(english(), inquiry, english())).expectRefused(RejectReason.BAD_PHASES, 2);
        market.announce(lot(7).phases(english(), inquiry, inquiry, timed())).expectRefused(RejectReason.BAD_PHASES, 2);
        market.expectNothingChanged();
    }

    @Test
    void isRefusedWhereNobodyKnowsWhoHasBid() {
        market.announce(lot(7).phases(sealed(), inquiry, timed())).expectRefused(RejectReason.BAD_PHASES, 2);
        market.announce(lot(7).phases(english(), inquiry, timed())).expectAccepted();
    }
}
