package org.gavel.exchange.engine.lot;

import static org.gavel.exchange.engine.LotPlan.lot;
import static org.gavel.exchange.engine.MarketFixture.ALICE;
import static org.gavel.exchange.engine.MarketFixture.BOB;
import static org.gavel.exchange.engine.MarketFixture.CAROL;
import static org.gavel.exchange.engine.MarketFixture.CLERK;
import static org.gavel.exchange.engine.MarketFixture.REASON;
import static org.gavel.exchange.engine.MarketFixture.SELLER;
import static org.gavel.exchange.engine.MarketFixture.WEALTH;
import static org.gavel.exchange.engine.MarketFixture.time;
import static org.gavel.exchange.engine.MarketFixture.venue;
import static org.gavel.exchange.engine.MarketFixture.yuan;

import org.gavel.exchange.engine.LotPlan;
import org.gavel.exchange.engine.MarketFixture;
import org.gavel.protocol.command.HoldDeposit;
import org.gavel.protocol.command.RegisterParticipant;
import org.gavel.protocol.command.WithdrawDeposit;
import org.gavel.protocol.event.CommandRejected;
import org.gavel.protocol.event.DepositHeld;
import org.gavel.protocol.event.DepositReleased;
import org.gavel.protocol.event.DepositWithdrawn;
import org.gavel.protocol.event.LotAwarded;
import org.gavel.protocol.event.LotPassed;
import org.gavel.protocol.event.LotTerminated;
import org.gavel.protocol.event.PassCause;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.ClientId;
import org.gavel.protocol.value.Money;
import org.junit.jupiter.api.Test;

/** The deposit gate (保证金; 网络司法拍卖规定 arts 17, 18): who may bid, and what becomes of the money. */
final class DepositTest {
    private static final Money DEPOSIT = yuan(500);

    private final MarketFixture market = venue();

    private static LotPlan gated() {
        return lot(7).deposit(DEPOSIT);
    }

    @Test
    void nobodyBidsWithoutTheDepositHeld() {
        market.at(0).open(gated());
        market.bid(ALICE, yuan(100))
                .expectRefused(RejectReason.DEPOSIT_NOT_HELD, DEPOSIT)
                .expectNothingChanged();
        market.hold(ALICE).expect(new DepositHeld(7, ALICE, 1, DEPOSIT));
        market.bid(ALICE, yuan(100)).expectLeads(ALICE, yuan(100));
    }

    @Test
    void paddlesCountInTheOrderOfAdmission() {
        market.at(0).announce(gated());
        market.hold(BOB).expect(new DepositHeld(7, BOB, 1, DEPOSIT));
        market.staff(new HoldDeposit(7, ALICE)).expect(new DepositHeld(7, ALICE, 2, DEPOSIT));
    }

    @Test
    void tooLittleMoneyIsRefusedWithTheMissingAmount() {
        market.at(0).open(lot(7).deposit(new Money(WEALTH.fen() + 123)));
        market.hold(ALICE).expectRefused(RejectReason.DEPOSIT_INSUFFICIENT, 123).expectNothingChanged();
    }

    @Test
    void oneBalanceNeverBacksTwoHolds() {
        Money most = new Money(WEALTH.fen() - 1);
        market.at(0).open(lot(7).deposit(most)).hold(ALICE).expectAccepted();
        market.open(lot(8).deposit(yuan(1)));
        market.hold(ALICE).expectRefused(RejectReason.DEPOSIT_INSUFFICIENT, 99);
        market.bid(ALICE, yuan(100)).expectRefused(RejectReason.DEPOSIT_NOT_HELD, yuan(1));
    }

    @Test
    void heldMoneyIsNotPaidOut() {
        market.at(0).open(gated()).hold(ALICE);
        Money free = new Money(WEALTH.fen() - DEPOSIT.fen());
        market.staff(new WithdrawDeposit(ALICE, new Money(free.fen() + 1), "bank"));
        market.expectRefused(RejectReason.FUNDS_INSUFFICIENT, free).expectNothingChanged();
        market.staff(new WithdrawDeposit(ALICE, free, "bank"));
        market.expect(new DepositWithdrawn(ALICE, free, Money.ZERO, "bank"));
        market.bid(ALICE, yuan(100)).expectLeads(ALICE, yuan(100));
    }

    @Test
    void isHeldOnce() {
        market.at(0).open(gated()).hold(ALICE);
        market.hold(ALICE).expectRefused(RejectReason.DEPOSIT_HELD_ALREADY).expectNothingChanged();
    }

    @Test
    void atTheHammerTheLosersGetTheirsBackAndTheWinnersStays() {
        market.at(0)
                .open(gated())
                .hold(ALICE, BOB, CAROL)
                .bid(BOB, yuan(100))
                .at(1000)
                .tick();
        market.expect(
                new LotAwarded(7, BOB, 2, yuan(100), 1, time(1000)),
                new DepositReleased(7, ALICE, DEPOSIT),
                new DepositReleased(7, CAROL, DEPOSIT));
        expectFree(ALICE, WEALTH.fen());
        expectFree(BOB, WEALTH.fen() - DEPOSIT.fen());
        expectFree(CAROL, WEALTH.fen());
    }

    /** A withdrawal of more than there can be is refused with what is free. */
    private void expectFree(int participant, long fen) {
        market.staff(new WithdrawDeposit(participant, new Money(Money.MAX_FEN), "bank"));
        market.expectRefused(RejectReason.FUNDS_INSUFFICIENT, fen);
    }

    @Test
    void aLotThatPassesReleasesAll() {
        market.at(0).open(gated()).hold(ALICE, BOB).at(1000).tick();
        market.expect(
                new LotPassed(7, PassCause.NO_BID, 0, time(1000)),
                new DepositReleased(7, ALICE, DEPOSIT),
                new DepositReleased(7, BOB, DEPOSIT));
    }

    @Test
    void aTerminatedLotReleasesAllEvenTheLeaders() {
        market.at(0).open(gated()).hold(ALICE, BOB).bid(ALICE, yuan(100));
        market.terminate();
        market.expect(
                new LotTerminated(7, REASON),
                new DepositReleased(7, ALICE, DEPOSIT),
                new DepositReleased(7, BOB, DEPOSIT));
        expectFree(ALICE, WEALTH.fen());
    }

    @Test
    void mayBeMadeUntilBiddingEndsAndNotAfter() {
        market.at(0).announce(gated()).hold(ALICE).expectAccepted();
        market.open().pause().hold(BOB).expectAccepted();
        market.resume().at(1000).hold(CAROL);
        market.expect(
                new LotPassed(7, PassCause.NO_BID, 0, time(1000)),
                new DepositReleased(7, ALICE, DEPOSIT),
                new DepositReleased(7, BOB, DEPOSIT),
                new CommandRejected(CAROL, ClientId.NONE, RejectReason.LOT_CLOSED, 0, 7));
    }

    @Test
    void aLotWithoutDepositHoldsAndReleasesNothing() {
        market.at(0).open(lot(7)).hold(ALICE).expect(new DepositHeld(7, ALICE, 1, Money.ZERO));
        market.hold(ALICE).expectRefused(RejectReason.DEPOSIT_HELD_ALREADY);
        market.bid(BOB, yuan(100)).at(1000).tick();
        market.expect(new LotAwarded(7, BOB, 2, yuan(100), 1, time(1000)));
    }

    @Test
    void theConsignorCannotHaveOneHeldOnTheirOwnLot() {
        market.at(0)
                .open(gated())
                .hold(SELLER)
                .expectRefused(RejectReason.CONSIGNOR_BID)
                .expectNothingChanged();
    }

    @Test
    void aBidderHoldsForThemselvesOnly() {
        market.at(0).open(gated());
        market.by(ALICE, new HoldDeposit(7, BOB)).expectRefused(RejectReason.NOT_YOUR_ACCOUNT);
        market.by(99, new HoldDeposit(7, 0)).expectRefused(RejectReason.PARTICIPANT_UNKNOWN);
        market.by(ALICE, new HoldDeposit(8, 0)).expectRefused(RejectReason.LOT_UNKNOWN);
    }

    /** Staff have numbers of their own kind: a clerk who names nobody acts for nobody. */
    @Test
    void aClerkWhoNamesNobodyDoesNotHoldForTheParticipantOfTheSameNumber() {
        market.at(0).staff(new RegisterParticipant(CLERK, ""));
        market.open(lot(8));
        market.staff(new HoldDeposit(8, 0)).expectRefused(RejectReason.PARTICIPANT_UNKNOWN);
    }
}
