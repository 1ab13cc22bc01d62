package org.gavel.exchange.engine.trading;

import java.time.Duration;
import org.gavel.exchange.engine.Behaviour;
import org.gavel.exchange.engine.KnownMechanisms;
import org.gavel.exchange.engine.MarketFixture;
import org.gavel.protocol.command.CreditUnits;
import org.gavel.protocol.command.OpenBook;
import org.gavel.protocol.command.PlaceOrder;
import org.gavel.protocol.value.BookTerms;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.OrderType;
import org.gavel.protocol.value.SelfTrade;
import org.gavel.protocol.value.Side;
import org.gavel.protocol.value.TimeInForce;
import org.gavel.protocol.value.Title;
import org.gavel.protocol.value.TradingDay;

/** Words for tests of unit books: a venue whose bidders have units, and books with a tick of ten fen. */
final class BookFixture {
    static final int BOOK = 7;
    static final Title TITLE = new Title("份额", "Units");

    private BookFixture() {}

    static MarketFixture venue() {
        return venue(Behaviour.NEWEST);
    }

    static MarketFixture venue(int behaviour) {
        MarketFixture market =
                MarketFixture.venue(KnownMechanisms.ALL, behaviour).at(0);
        for (int participant : new int[] {MarketFixture.ALICE, MarketFixture.BOB, MarketFixture.CAROL}) {
            market.staff(new CreditUnits(participant, "POOL", 1_000));
        }
        return market;
    }

    static BookTerms terms(int band, Duration outageCall, boolean verifiedOnly) {
        return new BookTerms(
                new Money(10),
                new Money(10),
                new Money(100_000),
                band,
                Duration.ofSeconds(60),
                outageCall,
                Duration.ofSeconds(1),
                verifiedOnly);
    }

    static OpenBook open(int number, BookTerms terms, TradingDay day) {
        return new OpenBook(number, "POOL", TITLE, terms, new Money(1_000), day, "admitted");
    }

    static OpenBook open() {
        return open(BOOK, terms(0, Duration.ZERO, false), TradingDay.OPEN_END);
    }

    static PlaceOrder order(Side side, long price, long quantity, TimeInForce force) {
        return order(BOOK, side, price, quantity, force, false);
    }

    static PlaceOrder order(int book, Side side, long price, long quantity, TimeInForce force, boolean onDisconnect) {
        return new PlaceOrder(
                book,
                0,
                side,
                OrderType.LIMIT,
                new Money(price),
                quantity,
                force,
                0,
                false,
                SelfTrade.ALLOWED,
                onDisconnect);
    }

    static PlaceOrder buy(long price, long quantity) {
        return order(Side.BUY, price, quantity, TimeInForce.GTC);
    }

    static PlaceOrder sell(long price, long quantity) {
        return order(Side.SELL, price, quantity, TimeInForce.GTC);
    }
}
