package org.gavel.exchange.engine.auction.ascending;

import static org.gavel.exchange.engine.LotPlan.lot;
import static org.gavel.exchange.engine.MarketFixture.ALICE;
import static org.gavel.exchange.engine.MarketFixture.BOB;
import static org.gavel.exchange.engine.MarketFixture.venue;
import static org.gavel.exchange.engine.MarketFixture.yuan;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Increment ladders, on the rows of Trade Me ({@code auction-mechanisms} 2.2). */
final class LadderTest {
    private static final Step[] TRADE_ME = {
        row(0, 50), row(2_000, 100), row(20_000, 500), row(100_000, 1_000), row(500_000, 5_000), row(2_500_000, 10_000)
    };

    private static Step row(long fromFen, long stepFen) {
        return new Step(new Money(fromFen), new Money(stepFen));
    }

    @ParameterizedTest(name = "at {0} fen the step is {1}")
    @CsvSource({
        "1, 50",
        "1999, 50",
        "2000, 100",
        "19999, 100",
        "20000, 500",
        "99999, 500",
        "100000, 1000",
        "499999, 1000",
        "500000, 5000",
        "2499999, 5000",
        "2500000, 10000",
        "99999999999999, 10000"
    })
    void looksTheStepUpOnThePrice(long price, long step) {
        assertEquals(step, new Ladder(List.of(TRADE_ME)).step(price));
    }

    /** The row of the current price decides, not that of the new bid. */
    @Test
    void aRaiseIntoTheNextRowIsMeasuredByTheRowItLeaves() {
        var market = venue().at(0).open(lot(7).start(new Money(1_950)).ladder(TRADE_ME));
        market.bid(ALICE, new Money(1_950));
        market.bid(BOB, new Money(2_050)).expectLeads(BOB, new Money(2_050));
        market.bid(ALICE, new Money(2_100)).expectRefused(RejectReason.OFF_INCREMENT, new Money(2_150));
        market.bid(ALICE, new Money(2_150)).expectLeads(ALICE, new Money(2_150));
    }

    /** eBay's row 100 to 249.99 by 2.50: at 127.50 the next is 130.00. */
    @Test
    void theExampleOfEbayHolds() {
        var ladder = new Step[] {row(0, 100), row(10_000, 250), row(25_000, 500)};
        var market = venue().at(0).open(lot(7).start(yuan(100)).ladder(ladder));
        market.bid(ALICE, new Money(12_750));
        market.bid(BOB, new Money(12_900)).expectRefused(RejectReason.OFF_INCREMENT, yuan(130));
        market.bid(BOB, yuan(130)).expectLeads(BOB, yuan(130));
    }
}
