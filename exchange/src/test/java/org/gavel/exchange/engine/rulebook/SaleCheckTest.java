package org.gavel.exchange.engine.rulebook;

import static org.gavel.exchange.engine.LotPlan.lot;
import static org.gavel.exchange.engine.MarketFixture.wan;
import static org.gavel.exchange.engine.MarketFixture.yuan;

import java.time.Duration;
import java.util.List;
import org.gavel.exchange.engine.LotPlan;
import org.gavel.exchange.engine.MarketFixture;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.DutchTerms;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.PhaseTerms;
import org.gavel.protocol.value.SaleBasis;
import org.gavel.protocol.value.SellerCategory;
import org.gavel.protocol.value.SoftClose;
import org.gavel.protocol.value.Step;
import org.gavel.protocol.value.StepRoundsTerms;
import org.gavel.protocol.value.TimedTerms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an announcement is held to: the seller, the mechanisms, the price, the deposit and the time for bids. */
final class SaleCheckTest {
    private static final long DAY = 86_400;

    private final MarketFixture market = Law.venue("2026-03-02T10:00");

    private static SaleBasis basis(SellerCategory category, Money appraisal) {
        return new SaleBasis(category, false, appraisal, "", 0, 0);
    }

    /** A lawful lot of a court: starts at 300万, appraised at 400万. */
    private static LotPlan court() {
        return lot(7).under("JUDICIAL_LIKE", basis(SellerCategory.COURT, wan(400)))
                .start(wan(300))
                .openReserve(wan(300))
                .deposit(wan(30))
                .step(wan(1))
                .lasts(DAY)
                .softClose(300, 300);
    }

    private void refuses(LotPlan plan, RejectReason reason, long detail) {
        market.announce(plan).expectRefused(reason, detail).expectNothingChanged();
    }

    @Test
    void takesALawfulLot() {
        market.announce(court()).expectAccepted();
    }

    @ParameterizedTest
    @CsvSource({
        "PRIVATE_SALE, STATE_OWNED",
        "PRIVATE_SALE, UNIVERSITY",
        "AUCTION_LAW, STATE_OWNED",
        "AUCTION_LAW, COURT",
        "SOE_ASSET, PRIVATE",
        "JUDICIAL_LIKE, PRIVATE",
        "UNIVERSITY_OPEN_TRADE, STATE_OWNED"
    })
    void theSellersCategorySelectsTheRulebooks(String rulebook, SellerCategory category) {
        refuses(court().under(rulebook, basis(category, wan(400))), RejectReason.CATEGORY_NOT_ADMITTED, 0);
    }

    @ParameterizedTest
    @CsvSource({"PRIVATE_SALE, PRIVATE", "AUCTION_LAW, UNIVERSITY", "UNIVERSITY_OPEN_TRADE, UNIVERSITY"})
    void theSellersCategoryAdmitsRulebooks(String rulebook, SellerCategory category) {
        market.announce(court().under(rulebook, basis(category, Money.ZERO))).expectAccepted();
    }

    @Test
    void aDepositIsFiveToTwentyPercentOfTheStartMrT13() {
        market.announce(court().deposit(yuan(150_000))).expectAccepted();
        market.announce(lot(8).under("JUDICIAL_LIKE", basis(SellerCategory.COURT, wan(400)))
                        .start(wan(300))
                        .openReserve(wan(300))
                        .deposit(yuan(600_000))
                        .lasts(DAY)
                        .softClose(300, 300))
                .expectAccepted();
        MarketFixture other = Law.venue("2026-03-02T10:00");
        other.announce(court().deposit(new Money(14_999_999)))
                .expectRefused(RejectReason.DEPOSIT_TOO_LOW, yuan(150_000))
                .expectNothingChanged();
        other.announce(court().deposit(new Money(60_000_001)))
                .expectRefused(RejectReason.DEPOSIT_TOO_HIGH, yuan(600_000));
    }

    @Test
    void aPercentageIsExactToTheFen() {
        LotPlan odd = court().start(new Money(28_000_101)).openReserve(new Money(28_000_101));
        refuses(
                odd.under("JUDICIAL_LIKE", basis(SellerCategory.COURT, new Money(1)))
                        .deposit(new Money(1_400_005)),
                RejectReason.DEPOSIT_TOO_LOW,
                1_400_006);
        market.announce(odd.deposit(new Money(1_400_006))).expectAccepted();
    }

    @Test
    void aCourtStartsAtSeventyPercentOfTheAppraisal() {
        LotPlan low = court().start(new Money(27_999_999_9L)).openReserve(new Money(27_999_999_9L));
        refuses(low, RejectReason.START_BELOW_APPRAISAL, wan(280).fen());
        market.announce(court().start(wan(280)).openReserve(wan(280))).expectAccepted();
    }

    private static StepRoundsTerms rounds(Money start, Money step) {
        return new StepRoundsTerms(start, step, Duration.ofMinutes(5), Duration.ZERO, Duration.ZERO, false);
    }

    private static LotPlan ofTheState(PhaseTerms... phases) {
        return lot(7).under("SOE_ASSET", basis(SellerCategory.STATE_OWNED, wan(100)))
                .phases(phases);
    }

    @Test
    void priceStepRoundsSellForWhatTheirFirstRoundAsks() {
        LotPlan low = ofTheState(rounds(new Money(89_999_999), wan(10)));
        refuses(low, RejectReason.START_BELOW_APPRAISAL, wan(100).fen());
        market.announce(ofTheState(rounds(wan(90), wan(10)))).expectAccepted();
    }

    @Test
    void roundsAfterAnotherPhaseSellForWhatThatSellsFor() {
        PhaseTerms free = lot(7).start(wan(95)).announcement().phases().get(0);
        refuses(ofTheState(free, rounds(wan(95), wan(10))), RejectReason.START_BELOW_APPRAISAL, wan(100).fen());
    }

    @Test
    void priceStepRoundsSoldForTheirStartBefore() {
        Law.venue("2026-03-02T10:00", 4)
                .announce(ofTheState(rounds(wan(90), wan(10))))
                .expectRefused(RejectReason.START_BELOW_APPRAISAL, wan(100).fen());
    }

    @Test
    void anAppraisalIsStatedWhereTheStartDependsOnIt() {
        refuses(
                court().under("JUDICIAL_LIKE", basis(SellerCategory.COURT, Money.ZERO)),
                RejectReason.APPRAISAL_MISSING,
                0);
    }

    @Test
    void aCourtsReserveIsOpenAndEqualsTheStart() {
        refuses(court().openReserve(wan(301)), RejectReason.RESERVE_NOT_START, wan(300).fen());
        refuses(court().openReserve(Money.ZERO), RejectReason.RESERVE_NOT_START, wan(300).fen());
        refuses(court().hiddenReserve(wan(300)), RejectReason.RESERVE_NOT_START, wan(300).fen());
    }

    @Test
    void aCourtTakesBidsForADay() {
        refuses(court().lasts(DAY - 1), RejectReason.BIDDING_TOO_SHORT, 24);
    }

    @Test
    void aCourtClosesFiveMinutesAfterTheLastBidHoweverOften() {
        refuses(court().softClose(299, 300), RejectReason.SOFT_CLOSE_UNFIT, 300);
        refuses(court().softClose(300, 299), RejectReason.SOFT_CLOSE_UNFIT, 300);
        refuses(court().softClose(300, 300, 2 * DAY, 0), RejectReason.SOFT_CLOSE_UNFIT, 300);
        refuses(court().softClose(300, 300, 0, 3), RejectReason.SOFT_CLOSE_UNFIT, 300);
        SoftClose add =
                new SoftClose(Duration.ofMinutes(5), Duration.ofMinutes(5), Duration.ZERO, 0, SoftClose.Mode.ADD);
        refuses(court().softClose(add), RejectReason.SOFT_CLOSE_UNFIT, 300);
        market.announce(court().softClose(600, 400)).expectAccepted();
    }

    @Test
    void aCourtsPricesRiseOpenly() {
        DutchTerms clock = new DutchTerms(wan(300), 2, Duration.ofDays(1), 0, yuan(1));
        refuses(court().phases(clock), RejectReason.MECHANISM_NOT_ADMITTED, 1);
        TimedTerms timed = new TimedTerms(
                wan(300), List.of(new Step(Money.ZERO, wan(1))), false, 0, Duration.ofDays(2), Duration.ZERO, false);
        refuses(court().phases(court().announcement().phases().get(0), timed), RejectReason.MECHANISM_NOT_ADMITTED, 2);
    }

    @Test
    void stateAssetsStartAtTheAppraisalMrT31() {
        SaleBasis basis = basis(SellerCategory.STATE_OWNED, wan(1000));
        refuses(
                lot(7).under("SOE_ASSET", basis).start(new Money(99_999_999_9L)),
                RejectReason.START_BELOW_APPRAISAL,
                wan(1000).fen());
        market.announce(lot(7).under("SOE_ASSET", basis).start(wan(1000))).expectAccepted();
    }

    @Test
    void noLaterPhaseSellsForLessThanTheStart() {
        SaleBasis basis = basis(SellerCategory.STATE_OWNED, wan(100));
        DutchTerms clock = new DutchTerms(wan(120), 5, Duration.ofSeconds(10), 0, wan(10));
        refuses(lot(7).under("SOE_ASSET", basis).phases(clock), RejectReason.START_BELOW_APPRAISAL, wan(100).fen());
        market.announce(lot(7).under("SOE_ASSET", basis).phases(clock).openReserve(wan(100)))
                .expectAccepted();
    }
}
