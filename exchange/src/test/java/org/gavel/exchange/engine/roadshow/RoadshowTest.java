package org.gavel.exchange.engine.roadshow;

import static org.gavel.exchange.engine.LotPlan.lot;
import static org.gavel.exchange.engine.MarketFixture.ALICE;
import static org.gavel.exchange.engine.MarketFixture.BOB;
import static org.gavel.exchange.engine.MarketFixture.REASON;
import static org.gavel.exchange.engine.MarketFixture.time;
import static org.gavel.exchange.engine.MarketFixture.venue;
import static org.gavel.exchange.engine.MarketFixture.yuan;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import org.gavel.exchange.engine.MarketFixture;
import org.gavel.protocol.event.LotAwarded;
import org.gavel.protocol.event.LotOpened;
import org.gavel.protocol.event.LotPassed;
import org.gavel.protocol.event.LotTerminated;
import org.gavel.protocol.event.LotWithdrawn;
import org.gavel.protocol.event.PassCause;
import org.gavel.protocol.event.RoadshowAnnounced;
import org.gavel.protocol.event.RoadshowEnded;
import org.gavel.protocol.event.RoadshowStarted;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.Title;
import org.junit.jupiter.api.Test;

/** Lots that run one after the other (路演, 专场). */
final class RoadshowTest {
    private final MarketFixture market = venue().at(0);

    private MarketFixture announced(Integer... lots) {
        for (int number : lots) {
            market.announce(lot(number));
        }
        return market.roadshow(1, 60, lots);
    }

    private static LotOpened opened(int lot, long seconds) {
        return new LotOpened(lot, 1, time(seconds + 1000), yuan(100), "");
    }

    private static LotPassed passed(int lot, long seconds) {
        return new LotPassed(lot, PassCause.NO_BID, 0, time(seconds));
    }

    @Test
    void isAnnouncedWithItsOrderAndInterval() {
        announced(9, 3, 5);
        market.expect(new RoadshowAnnounced(1, new Title("路演", "Roadshow"), List.of(9, 3, 5), Duration.ofSeconds(60)));
    }

    @Test
    void runsItsLotsInItsOwnOrderWithTheIntervalBetweenThem() {
        announced(9, 3, 5);
        market.at(10).start(1).expect(new RoadshowStarted(1, REASON), opened(9, 10));
        market.on(9).bid(ALICE, yuan(150));
        market.at(1010).tick().expect(new LotAwarded(9, ALICE, 1, yuan(150), 1, time(1010)));
        market.at(1070).tick().expect(opened(3, 1070));
        market.at(2070).tick().expect(passed(3, 2070));
        market.at(2130).tick().expect(opened(5, 2130));
        market.on(5).bid(BOB, yuan(200));
        market.at(3130).tick();
        market.expect(new LotAwarded(5, BOB, 1, yuan(200), 1, time(3130)), new RoadshowEnded(1, 2, 1, yuan(350)));
    }

    /** What time causes does not depend on when somebody looks. */
    @Test
    void runsTheSameWayWhereNobodyTicks() {
        announced(9, 3);
        market.start(1).at(9000).tick();
        market.expect(passed(9, 1000), opened(3, 1060), passed(3, 2060), new RoadshowEnded(1, 0, 2, Money.ZERO));
    }

    @Test
    void withoutAnIntervalTheNextOpensAtTheSameInstant() {
        market.announce(lot(7)).announce(lot(8)).roadshow(1, 0, 7, 8).start(1);
        market.at(1000).tick().expect(passed(7, 1000), opened(8, 1000));
    }

    @Test
    void passesOverALotThatWasWithdrawnBeforeItsTurn() {
        announced(7, 8, 9).start(1).on(8).withdraw().expect(new LotWithdrawn(8, REASON));
        market.at(1000).tick().at(1060).tick().expect(opened(9, 1060));
        market.at(2060).tick();
        assertEquals(new RoadshowEnded(1, 0, 3, Money.ZERO), market.last().get(1));
    }

    @Test
    void passesOverAFirstLotThatWasWithdrawnBeforeTheStart() {
        announced(7, 8).on(7).withdraw();
        market.start(1).expect(new RoadshowStarted(1, REASON), opened(8, 0));
    }

    @Test
    void aLotTerminatedWhileItRunsMakesRoomForTheNextAfterTheInterval() {
        announced(7, 8).start(1).at(500).on(7).terminate().expect(new LotTerminated(7, REASON));
        market.at(560).tick().expect(opened(8, 560));
    }

    @Test
    void aLotWithdrawnInTheIntervalBeforeItOpensMakesRoomAfterAnother() {
        announced(7, 8, 9).start(1).at(1010).on(8).withdraw();
        market.at(1060).tick().expect();
        market.at(1070).tick().expect(opened(9, 1070));
    }

    @Test
    void theLastLotTerminatedEndsIt() {
        announced(7).start(1).on(7).terminate();
        market.expect(new LotTerminated(7, REASON), new RoadshowEnded(1, 0, 1, Money.ZERO));
    }

    @Test
    void startedWithNothingLeftItEndsAtOnce() {
        announced(7).on(7).withdraw();
        market.start(1).expect(new RoadshowStarted(1, REASON), new RoadshowEnded(1, 0, 1, Money.ZERO));
    }

    @Test
    void waitsForALotTheClerkPaused() {
        announced(7, 8).start(1).at(900).on(7).pause().at(9000).tick().expect();
        market.resume().at(9100).tick().expect(passed(7, 9100));
        market.at(9160).tick().expect(opened(8, 9160));
    }

    @Test
    void theClerkCannotOpenALotWhoseTurnItDecides() {
        announced(7, 8)
                .on(7)
                .open()
                .expectRefused(RejectReason.LOT_IN_ROADSHOW, 7)
                .expectNothingChanged();
        market.start(1).at(1010).tick().on(8).open().expectRefused(RejectReason.LOT_IN_ROADSHOW, 8);
    }

    @Test
    void startsOnce() {
        announced(7)
                .start(1)
                .start(1)
                .expectRefused(RejectReason.ROADSHOW_STARTED)
                .expectNothingChanged();
        market.at(1000).tick().start(1).expectRefused(RejectReason.ROADSHOW_STARTED);
        market.start(2).expectRefused(RejectReason.ROADSHOW_UNKNOWN);
    }

    @Test
    void isRefusedWhereANumberOrALotIsTaken() {
        announced(7);
        market.announce(lot(8)).roadshow(1, 60, 8).expectRefused(RejectReason.ROADSHOW_EXISTS);
        market.roadshow(2, 60, 8, 7)
                .expectRefused(RejectReason.LOT_IN_ROADSHOW, 7)
                .expectNothingChanged();
        market.roadshow(2, 60, 8, 99).expectRefused(RejectReason.LOT_UNKNOWN);
        market.roadshow(2, 60, 8).expectAccepted();
    }

    @Test
    void takesOnlyLotsThatWaitAndHaveNoTimeOfTheirOwn() {
        market.announce(lot(7).opensAt(100)).roadshow(1, 60, 7).expectRefused(RejectReason.NOT_AWAITING);
        market.open(lot(8)).roadshow(1, 60, 8).expectRefused(RejectReason.NOT_AWAITING);
        market.withdraw().roadshow(1, 60, 8).expectRefused(RejectReason.NOT_AWAITING);
    }

    @Test
    void twoRoadshowsDoNotDisturbEachOther() {
        announced(7, 8).start(1);
        market.announce(lot(3)).announce(lot(4)).roadshow(2, 30, 3, 4).at(10).start(2);
        market.at(1010).tick().expect(passed(7, 1000), passed(3, 1010));
        market.at(1060).tick().expect(opened(4, 1040), opened(8, 1060));
    }
}
