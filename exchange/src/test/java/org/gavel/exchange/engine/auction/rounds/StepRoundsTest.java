package org.gavel.exchange.engine.auction.rounds;

import static org.gavel.exchange.engine.LotPlan.lot;
import static org.gavel.exchange.engine.MarketFixture.ALICE;
import static org.gavel.exchange.engine.MarketFixture.BOB;
import static org.gavel.exchange.engine.MarketFixture.time;
import static org.gavel.exchange.engine.MarketFixture.venue;
import static org.gavel.exchange.engine.MarketFixture.yuan;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.List;
import org.gavel.exchange.engine.MarketFixture;
import org.gavel.protocol.event.LotAwarded;
import org.gavel.protocol.event.LotOpened;
import org.gavel.protocol.event.LotPassed;
import org.gavel.protocol.event.PassCause;
import org.gavel.protocol.event.StageKind;
import org.gavel.protocol.event.StageOpened;
import org.gavel.protocol.reject.InvalidValue;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.StepRoundsTerms;
import org.junit.jupiter.api.Test;

class StepRoundsTest {
    private final MarketFixture market = venue();

    private static StepRoundsTerms rounds(long hardStop, boolean allowSelfRaise) {
        Duration cap = Duration.ofSeconds(hardStop);
        return new StepRoundsTerms(
                yuan(35_000), yuan(35_000), Duration.ofMinutes(3), Duration.ofSeconds(10), cap, allowSelfRaise);
    }

    /** AM-T1. */
    @Test
    void aRoundWithoutActionSellsToTheLastActor() {
        market.at(0).open(lot(7).phases(rounds(0, false)));
        market.expect(
                new LotOpened(7, 1, time(180), yuan(70_000), MarketFixture.REASON),
                new StageOpened(7, 1, StageKind.ROUND, 0, yuan(70_000), time(180)));
        market.at(20).bid(ALICE, yuan(140_000)).expectLeads(ALICE, yuan(140_000));
        assertEquals(
                List.of(new StageOpened(7, 1, StageKind.PAUSE, 1, yuan(175_000), time(30))),
                market.events(StageOpened.class));
        market.at(29).bid(BOB, yuan(175_000)).expectRefused(RejectReason.ROUND_PAUSED, yuan(175_000));
        market.at(30).tick().expect(new StageOpened(7, 2, StageKind.ROUND, 1, yuan(175_000), time(210)));
        market.bid(ALICE, yuan(175_000)).expectRefused(RejectReason.ALREADY_LEADING);
        market.bid(BOB, yuan(140_000)).expectRefused(RejectReason.NOT_HIGHER, yuan(175_000));
        market.bid(BOB, yuan(150_000)).expectRefused(RejectReason.BELOW_INCREMENT, yuan(175_000));
        market.bid(BOB, yuan(180_000)).expectRefused(RejectReason.OFF_INCREMENT, yuan(175_000));
        market.bid(BOB, yuan(175_000)).expectLeads(BOB, yuan(175_000));
        market.at(40).tick().expect(new StageOpened(7, 3, StageKind.ROUND, 2, yuan(210_000), time(220)));
        market.at(220).tick().expect(new LotAwarded(7, BOB, 2, yuan(175_000), 2, time(220)));
    }

    /** AM-T2. */
    @Test
    void whoActsAgainstThemselvesPaysMoreWhereTheTermsAllowIt() {
        market.at(0).open(lot(7).phases(rounds(0, true)));
        market.bid(ALICE, yuan(140_000)).expectLeads(ALICE, yuan(140_000));
        market.at(10).bid(ALICE, yuan(175_000)).expectLeads(ALICE, yuan(175_000));
        market.at(200).tick();
        assertEquals(
                List.of(new LotAwarded(7, ALICE, 1, yuan(175_000), 2, time(200))), market.events(LotAwarded.class));
    }

    @Test
    void theHardStopShortensTheLastRoundOrItsPause() {
        market.at(0).open(lot(7).phases(rounds(200, false)));
        market.at(150).bid(ALICE, yuan(70_000));
        market.at(160).tick().expect(new StageOpened(7, 2, StageKind.ROUND, 1, yuan(105_000), time(200)));
        market.at(195).bid(BOB, yuan(105_000)).expectLeads(BOB, yuan(105_000));
        market.at(200).tick().expect(new LotAwarded(7, BOB, 2, yuan(105_000), 2, time(200)));
    }

    @Test
    void aFirstRoundWithoutActionPassesTheLot() {
        market.at(0).open(lot(7).phases(rounds(0, false)));
        market.at(180).tick().expect(new LotPassed(7, PassCause.NO_BID, 0, time(180)));
    }

    @Test
    void aPauseOfTheLotMovesThePauseOfTheRound() {
        market.at(0).open(lot(7).phases(rounds(0, false)));
        market.at(20).bid(ALICE, yuan(70_000));
        market.at(25).pause();
        market.at(1025).resume();
        market.at(1029).bid(BOB, yuan(105_000)).expectRefused(RejectReason.ROUND_PAUSED, yuan(105_000));
        market.at(1030).bid(BOB, yuan(105_000)).expectLeads(BOB, yuan(105_000));
        assertArrayEquals(market.replayed().stateHash(), market.stateHash());
    }

    @Test
    void badTermsAreRefused() {
        assertThrows(InvalidValue.class, () -> rounds(179, false));
        Duration second = Duration.ofSeconds(1);
        Money most = new Money(Money.MAX_FEN);
        assertThrows(InvalidValue.class, () -> new StepRoundsTerms(most, yuan(1), second, second, second, false));
    }
}
