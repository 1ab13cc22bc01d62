package org.gavel.exchange.engine.trading;

import static org.gavel.exchange.engine.MarketFixture.ALICE;
import static org.gavel.exchange.engine.MarketFixture.BOB;
import static org.gavel.exchange.engine.MarketFixture.WEALTH;
import static org.gavel.exchange.engine.trading.BookFixture.BOOK;
import static org.gavel.exchange.engine.trading.BookFixture.buy;
import static org.gavel.exchange.engine.trading.BookFixture.sell;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.gavel.exchange.engine.Behaviour;
import org.gavel.exchange.engine.MarketFixture;
import org.gavel.protocol.command.CreditDeposit;
import org.gavel.protocol.command.OpenBook;
import org.gavel.protocol.command.WithdrawDeposit;
import org.gavel.protocol.event.DepositWithdrawn;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.Balance;
import org.gavel.protocol.value.BookTerms;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.TradingDay;
import org.junit.jupiter.api.Test;

/** Accounts that trades brought more than one amount can be. */
final class RichAccountTest {
    /** The dearest price on the ticks. */
    private static final long DEAR = Money.MAX_FEN / 10 * 10;

    private static OpenBook dear() {
        BookTerms terms = new BookTerms(
                new Money(10),
                new Money(10),
                new Money(DEAR),
                0,
                Duration.ofSeconds(60),
                Duration.ZERO,
                Duration.ofSeconds(1),
                false);
        return new OpenBook(BOOK, "POOL", BookFixture.TITLE, terms, new Money(1_000), TradingDay.OPEN_END, "x");
    }

    /** Alice sells one unit to Bob for nearly the largest amount, and once more; what she has free then. */
    private static long richSeller(MarketFixture venue) {
        venue.staff(dear());
        venue.staff(new CreditDeposit(BOB, new Money(Money.MAX_FEN - WEALTH.fen()), "bank"));
        venue.by(ALICE, sell(DEAR, 1)).by(BOB, buy(DEAR, 1)).expectAccepted();
        venue.staff(new CreditDeposit(BOB, new Money(DEAR), "bank")).expectAccepted();
        venue.by(ALICE, sell(DEAR, 1)).by(BOB, buy(DEAR, 1)).expectAccepted();
        return WEALTH.fen() + 2 * DEAR;
    }

    private MarketFixture market = BookFixture.venue();

    /** An account that trades brought above twice the largest amount is paid out in any parts. */
    @Test
    void paysOutInPartsWhatTradesBroughtAboveTheHighestBalance() {
        long more = richSeller(market);
        market.by(ALICE, new WithdrawDeposit(ALICE, new Money(1), "bank"));
        market.expect(new DepositWithdrawn(ALICE, new Money(1), new Balance(more - 1), "bank", Balance.ZERO));
        WithdrawDeposit most = new WithdrawDeposit(ALICE, new Money(Money.MAX_FEN), "bank");
        market.by(ALICE, most).expectAccepted().by(ALICE, most).expectAccepted();
        Money rest = new Money(more - 1 - 2 * Money.MAX_FEN);
        market.by(ALICE, new WithdrawDeposit(ALICE, rest, "bank"))
                .expect(new DepositWithdrawn(ALICE, rest, Money.ZERO, "bank"));
        assertArrayEquals(market.stateHash(), market.replayed().stateHash());
    }

    @Test
    void before7NoPartThatLeftMoreThanTheHighestBalanceWasPaidOut() {
        market = BookFixture.venue(Behaviour.PAID_OUT_IN_PARTS.since() - 1);
        richSeller(market);
        market.by(ALICE, new WithdrawDeposit(ALICE, new Money(Money.MAX_FEN), "bank"));
        market.expectRefused(RejectReason.BALANCE_LIMIT).expectNothingChanged();
    }

    /** What is held for orders may be more than one amount too. */
    @Test
    void paysOutBesideOrdersThatHoldMoreThanTheHighestBalance() {
        long most = Money.MAX_FEN;
        market.staff(dear());
        market.staff(new CreditDeposit(ALICE, new Money(most - WEALTH.fen()), "bank"));
        market.staff(new CreditDeposit(BOB, new Money(most - WEALTH.fen()), "bank"));
        market.by(ALICE, sell(DEAR, 1)).by(BOB, buy(DEAR, 1)).expectAccepted();
        market.by(ALICE, buy(DEAR - 10, 1)).by(ALICE, buy(DEAR - 10, 1)).expectAccepted();
        long held = 2 * (DEAR - 10);
        long free = most + DEAR - held;
        market.by(ALICE, new WithdrawDeposit(ALICE, new Money(1), "bank"));
        market.expect(new DepositWithdrawn(ALICE, new Money(1), new Balance(free - 1), "bank", new Balance(held)));
        DepositWithdrawn paid = market.events(DepositWithdrawn.class).get(0);
        assertEquals(most + DEAR - 1, paid.apartFromLots().fen());
    }
}
