package org.gavel.exchange.engine.account;

import static org.gavel.exchange.engine.MarketFixture.ALICE;
import static org.gavel.exchange.engine.MarketFixture.WEALTH;
import static org.gavel.exchange.engine.MarketFixture.venue;
import static org.gavel.exchange.engine.MarketFixture.yuan;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.gavel.exchange.engine.MarketFixture;
import org.gavel.protocol.command.CreditDeposit;
import org.gavel.protocol.command.CreditUnits;
import org.gavel.protocol.command.RegisterParticipant;
import org.gavel.protocol.command.WithdrawDeposit;
import org.gavel.protocol.event.DepositCredited;
import org.gavel.protocol.event.DepositWithdrawn;
import org.gavel.protocol.event.ParticipantRegistered;
import org.gavel.protocol.event.UnitsCredited;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.Money;
import org.junit.jupiter.api.Test;

/** Participants and their accounts. */
final class AccountDeskTest {
    private final MarketFixture market = venue().at(0);

    @Test
    void aParticipantIsRegisteredOnce() {
        market.staff(new RegisterParticipant(20, "ab12")).expect(new ParticipantRegistered(20));
        market.staff(new RegisterParticipant(20, "ff")).expectRefused(RejectReason.PARTICIPANT_EXISTS);
        market.expectNothingChanged();
    }

    @Test
    void moneyComesInAndGoesOut() {
        market.staff(new RegisterParticipant(20, ""));
        market.staff(new CreditDeposit(20, yuan(50), "no. 1"));
        market.expect(new DepositCredited(20, yuan(50), yuan(50), "no. 1"));
        market.staff(new CreditDeposit(20, yuan(7), "no. 2"));
        market.expect(new DepositCredited(20, yuan(7), yuan(57), "no. 2"));
        market.staff(new WithdrawDeposit(20, yuan(57), "no. 3"));
        market.expect(new DepositWithdrawn(20, yuan(57), Money.ZERO, "no. 3"));
    }

    @Test
    void noMoreGoesOutThanIsFree() {
        market.staff(new WithdrawDeposit(ALICE, new Money(WEALTH.fen() + 1), ""));
        market.expectRefused(RejectReason.FUNDS_INSUFFICIENT, WEALTH).expectNothingChanged();
    }

    @Test
    void whoIsNotRegisteredHasNoAccount() {
        market.staff(new CreditDeposit(99, yuan(1), "")).expectRefused(RejectReason.PARTICIPANT_UNKNOWN);
        market.staff(new WithdrawDeposit(99, yuan(1), "")).expectRefused(RejectReason.PARTICIPANT_UNKNOWN);
        market.staff(new CreditUnits(99, "U", 1)).expectRefused(RejectReason.PARTICIPANT_UNKNOWN);
    }

    @Test
    void anAccountNeverPassesTheLargestAmountOfMoney() {
        Money room = new Money(Money.MAX_FEN - WEALTH.fen());
        market.staff(new CreditDeposit(ALICE, new Money(room.fen() + 1), ""));
        market.expectRefused(RejectReason.BALANCE_LIMIT).expectNothingChanged();
        market.staff(new CreditDeposit(ALICE, room, "")).expectAccepted();
        market.staff(new CreditDeposit(ALICE, new Money(1), "")).expectRefused(RejectReason.BALANCE_LIMIT);
    }

    @Test
    void unitsOfEachAssetAreCountedByThemselves() {
        market.staff(new CreditUnits(ALICE, "A", 5)).expect(new UnitsCredited(ALICE, "A", 5, 5));
        market.staff(new CreditUnits(ALICE, "B", 2)).expect(new UnitsCredited(ALICE, "B", 2, 2));
        market.staff(new CreditUnits(ALICE, "A", 1)).expect(new UnitsCredited(ALICE, "A", 1, 6));
    }

    @Test
    void anAccountNeverPassesTheMostUnits() {
        for (int i = 0; i < 1000; i++) {
            market.staff(new CreditUnits(ALICE, "A", 1_000_000_000_000L)).expectAccepted();
        }
        market.staff(new CreditUnits(ALICE, "A", 1)).expectRefused(RejectReason.BALANCE_LIMIT);
        market.expectNothingChanged();
    }

    @Test
    void anAccountCannotBecomeNegative() {
        Accounts accounts = new Accounts();
        accounts.register(1, "");
        Account account = accounts.get(1);
        accounts.credit(account, 10);
        accounts.hold(account, 4);
        assertThrows(IllegalStateException.class, () -> accounts.withdraw(account, 7));
        assertThrows(IllegalStateException.class, () -> accounts.release(account, 5));
        assertEquals(6, account.free());
        assertEquals(4, account.held());
        assertEquals(10, accounts.total());
    }
}
