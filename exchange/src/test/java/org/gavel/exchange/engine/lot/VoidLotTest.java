package org.gavel.exchange.engine.lot;

import static org.gavel.exchange.engine.LotPlan.lot;
import static org.gavel.exchange.engine.MarketFixture.ALICE;
import static org.gavel.exchange.engine.MarketFixture.BOB;
import static org.gavel.exchange.engine.MarketFixture.CLERK;
import static org.gavel.exchange.engine.MarketFixture.REASON;
import static org.gavel.exchange.engine.MarketFixture.WEALTH;
import static org.gavel.exchange.engine.MarketFixture.time;
import static org.gavel.exchange.engine.MarketFixture.venue;
import static org.gavel.exchange.engine.MarketFixture.yuan;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.gavel.exchange.engine.LotPlan;
import org.gavel.exchange.engine.MarketFixture;
import org.gavel.protocol.command.VoidLot;
import org.gavel.protocol.command.WithdrawDeposit;
import org.gavel.protocol.event.DepositReleased;
import org.gavel.protocol.event.LotOpened;
import org.gavel.protocol.event.LotVoided;
import org.gavel.protocol.event.RoadshowEnded;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** 撤销: two persons make a running sale void, or an award while objections can be made. */
final class VoidLotTest {
    private static final Money DEPOSIT = yuan(5);

    private final MarketFixture market = venue().at(0);

    @AfterEach
    void replaysToTheSame() {
        assertArrayEquals(market.stateHash(), market.replayed().stateHash());
    }

    private static LotPlan plan() {
        return lot(7).deposit(DEPOSIT).objections(3600);
    }

    private MarketFixture voided() {
        return market.approved(new VoidLot(7, REASON));
    }

    private MarketFixture awarded(LotPlan plan) {
        return market.announce(plan)
                .hold(ALICE, BOB)
                .open()
                .bid(ALICE, yuan(100))
                .at(1000)
                .tick();
    }

    @Test
    void aRunningSaleIsVoidAndEveryDepositFree() {
        market.announce(plan()).hold(ALICE, BOB).open().bid(ALICE, yuan(100));
        voided().expect(
                        new LotVoided(7, 0, 0, Money.ZERO, REASON),
                        new DepositReleased(7, ALICE, DEPOSIT),
                        new DepositReleased(7, BOB, DEPOSIT));
        market.bid(BOB, yuan(110)).expectRefused(RejectReason.LOT_CLOSED);
        market.at(2000).tick().expect();
        voided().expectRefused(RejectReason.ALREADY_ENDED);
    }

    @Test
    void anAwardIsAnnulledAndTheWinnersDepositFree() {
        awarded(plan());
        voided().expect(new LotVoided(7, ALICE, 1, yuan(100), REASON), new DepositReleased(7, ALICE, DEPOSIT));
        market.by(ALICE, new WithdrawDeposit(ALICE, WEALTH, "bank")).expectAccepted();
        voided().expectRefused(RejectReason.ALREADY_ENDED).expectNothingChanged();
    }

    @Test
    void anAwardStandsOnceTheObjectionPeriodIsOver() {
        awarded(plan()).at(4600);
        voided().expectRefused(RejectReason.OBJECTIONS_OVER).expectNothingChanged();
    }

    @Test
    void anAwardIsAnnulledUpToTheLastInstantOfThePeriod() {
        awarded(plan()).atMicros(time(4600) - 1);
        voided().expectAccepted();
    }

    @Test
    void anAwardWithoutAnObjectionPeriodStands() {
        awarded(lot(7));
        voided().expectRefused(RejectReason.OBJECTIONS_OVER).expectNothingChanged();
    }

    @Test
    void needsASecondPerson() {
        market.open(plan());
        market.staff(new VoidLot(7, REASON)).expectRefused(RejectReason.APPROVER_NEEDED);
        market.approved(CLERK, new VoidLot(7, REASON)).expectRefused(RejectReason.SAME_APPROVER);
        market.expectNothingChanged();
    }

    @Test
    void refusesWhatHasNotBegunOrIsOver() {
        voided().expectRefused(RejectReason.LOT_UNKNOWN);
        market.announce(plan());
        voided().expectRefused(RejectReason.NOTHING_TO_VOID);
        market.open().at(1000).tick();
        voided().expectRefused(RejectReason.ALREADY_ENDED).expectNothingChanged();
    }

    @Test
    void aPausedSaleCanBeVoidToo() {
        market.open(plan()).pause();
        voided().expect(new LotVoided(7, 0, 0, Money.ZERO, REASON));
    }

    @Test
    void aRoadshowGoesOnAfterAVoidLot() {
        market.announce(plan()).announce(lot(8)).roadshow(1, 60, 7, 8).start(1).at(100);
        voided();
        market.at(160).tick().expect(new LotOpened(8, 1, time(1160), yuan(100), ""));
    }

    /** Closed stays closed: what the roadshow did since is not done again. */
    @Test
    void anAnnulledAwardLeavesItsRoadshowAlone() {
        market.announce(plan().deposit(Money.ZERO))
                .roadshow(1, 60, 7)
                .start(1)
                .on(7)
                .bid(ALICE, yuan(100));
        market.at(1000).tick();
        assertEquals(new RoadshowEnded(1, 1, 0, yuan(100)), market.last().get(1));
        voided().expect(new LotVoided(7, ALICE, 1, yuan(100), REASON));
    }
}
