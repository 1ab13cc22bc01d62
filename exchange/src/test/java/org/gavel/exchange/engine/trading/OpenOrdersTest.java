package org.gavel.exchange.engine.trading;

import static org.gavel.exchange.engine.MarketFixture.ALICE;
import static org.gavel.exchange.engine.MarketFixture.BOB;
import static org.gavel.exchange.engine.trading.BookFixture.order;
import static org.gavel.exchange.engine.trading.BookFixture.terms;

import java.time.Duration;
import org.gavel.exchange.engine.MarketFixture;
import org.gavel.protocol.command.AmendOrder;
import org.gavel.protocol.command.CancelOrders;
import org.gavel.protocol.command.OpenBook;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.Side;
import org.gavel.protocol.value.TimeInForce;
import org.gavel.protocol.value.TradingDay;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How many open orders a participant can have where a book bounds them. */
class OpenOrdersTest {
    private static final int OTHER = 8;

    private MarketFixture market;

    @BeforeEach
    void twoBooks() {
        market = BookFixture.venue().staff(bounded(BookFixture.BOOK, 2)).staff(bounded(OTHER, 3));
    }

    private static OpenBook bounded(int number, int most) {
        return new OpenBook(
                number,
                "POOL",
                BookFixture.TITLE,
                terms(0, Duration.ZERO, false),
                new Money(1_000),
                TradingDay.OPEN_END,
                "admitted",
                most);
    }

    private MarketFixture place(int participant, int book, Side side, long price, TimeInForce force) {
        return market.by(participant, order(book, side, price, 1, force, false));
    }

    private void refused(int participant, int book, int most) {
        place(participant, book, Side.SELL, 2_000, TimeInForce.GTC)
                .expectRefused(RejectReason.OPEN_ORDERS_MANY, most)
                .expectNothingChanged();
    }

    @Test
    void whoHasSoManyInAllBooksPlacesNoOther() {
        place(ALICE, BookFixture.BOOK, Side.SELL, 2_000, TimeInForce.GTC).expectAccepted();
        place(ALICE, OTHER, Side.SELL, 2_000, TimeInForce.DAY).expectAccepted();
        refused(ALICE, BookFixture.BOOK, 2);
        place(ALICE, OTHER, Side.SELL, 2_000, TimeInForce.GTC).expectAccepted();
        refused(ALICE, OTHER, 3);
        place(BOB, BookFixture.BOOK, Side.SELL, 2_000, TimeInForce.GTC).expectAccepted();
    }

    @Test
    void whatCannotRestIsNotBounded() {
        fill();
        place(ALICE, BookFixture.BOOK, Side.SELL, 2_000, TimeInForce.IOC).expectAccepted();
        place(ALICE, BookFixture.BOOK, Side.SELL, 2_000, TimeInForce.FOK).expectAccepted();
        refused(ALICE, BookFixture.BOOK, 2);
    }

    private void fill() {
        place(ALICE, BookFixture.BOOK, Side.SELL, 2_000, TimeInForce.GTC).expectAccepted();
        place(ALICE, BookFixture.BOOK, Side.SELL, 2_000, TimeInForce.GTC).expectAccepted();
    }

    @Test
    void whatWasFilledOrCancelledCountsNoLonger() {
        fill();
        place(BOB, BookFixture.BOOK, Side.BUY, 2_000, TimeInForce.GTC).expectAccepted();
        place(ALICE, BookFixture.BOOK, Side.SELL, 2_000, TimeInForce.GTC).expectAccepted();
        refused(ALICE, BookFixture.BOOK, 2);
        market.by(ALICE, new CancelOrders(0, 0)).expectAccepted();
        fill();
        refused(ALICE, BookFixture.BOOK, 2);
    }

    @Test
    void anAmendedOrderThatIsFilledCountsNoLonger() {
        place(BOB, BookFixture.BOOK, Side.BUY, 1_000, TimeInForce.GTC).expectAccepted();
        fill();
        long second = market.market().sequence();
        market.by(ALICE, new AmendOrder(BookFixture.BOOK, 0, second, new Money(1_000), 1))
                .expectAccepted();
        place(ALICE, BookFixture.BOOK, Side.SELL, 2_000, TimeInForce.GTC).expectAccepted();
        refused(ALICE, BookFixture.BOOK, 2);
    }

    @Test
    void itCountsAgainAfterAReplay() {
        fill();
        market = market.replayed();
        refused(ALICE, BookFixture.BOOK, 2);
    }
}
