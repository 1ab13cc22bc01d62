package org.gavel.gateway.simulation;

import java.time.Duration;
import java.util.List;
import org.gavel.protocol.command.AmendOrder;
import org.gavel.protocol.command.CallBook;
import org.gavel.protocol.command.CancelOrder;
import org.gavel.protocol.command.CancelOrders;
import org.gavel.protocol.command.CloseBook;
import org.gavel.protocol.command.Command;
import org.gavel.protocol.command.CreditUnits;
import org.gavel.protocol.command.CrossBook;
import org.gavel.protocol.command.HaltBook;
import org.gavel.protocol.command.MoveOrder;
import org.gavel.protocol.command.OpenBook;
import org.gavel.protocol.command.PlaceOrder;
import org.gavel.protocol.command.ReduceOrder;
import org.gavel.protocol.command.ResumeBook;
import org.gavel.protocol.command.StartTradingDay;
import org.gavel.protocol.value.BookTerms;
import org.gavel.protocol.value.Draw;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.OrderType;
import org.gavel.protocol.value.SelfTrade;
import org.gavel.protocol.value.Side;
import org.gavel.protocol.value.TimeInForce;
import org.gavel.protocol.value.Title;
import org.gavel.protocol.value.TradingDay;

/** What people do in a unit book of the simulated venue: those who trade, and the staff who run its days. */
final class SimulatedTrading {
    private static final int BOOK = 1;
    private static final String ASSET = "POOL";
    private static final long TICK = 100;
    private static final long SECOND = 1_000_000;
    private static final String WHY = "simulated";

    private final Draw draw;
    private final BookOracle book;

    SimulatedTrading(Draw draw, BookOracle book) {
        this.draw = draw;
        this.book = book;
    }

    /** Opens the book and gives everybody something to sell. */
    void prepare(SimulatedClient operator, int bidders) {
        for (int bidder = 1; bidder <= bidders; bidder++) {
            operator.ask(new CreditUnits(bidder, ASSET, 200));
        }
        BookTerms terms = new BookTerms(
                new Money(TICK),
                new Money(TICK),
                new Money(200 * TICK),
                draw.flag() ? 0 : 300,
                Duration.ofSeconds(3),
                draw.flag() ? Duration.ZERO : Duration.ofSeconds(2),
                Duration.ofSeconds(1),
                false);
        Money reference = draw.flag() ? Money.ZERO : new Money(100 * TICK);
        operator.ask(new OpenBook(BOOK, ASSET, new Title("份额", "Units"), terms, reference, null, WHY));
    }

    /** The next act of somebody who trades. */
    Command act(int trader, long now) {
        List<BookOracle.Order> own = book.ordersOf(trader);
        if (own.isEmpty() || draw.chance(2)) {
            return place(now);
        }
        BookOracle.Order order = own.get(draw.below(own.size()));
        Money price = order.isMarket() ? Money.ZERO : price();
        return switch (draw.below(6)) {
            case 0, 1 -> new AmendOrder(BOOK, 0, order.number, price, 1 + draw.below(30));
            case 2 -> new MoveOrder(BOOK, 0, order.number, price());
            case 3 -> new ReduceOrder(BOOK, 0, order.number, 1 + draw.below(5));
            case 4 -> new CancelOrder(BOOK, 0, order.number);
            default -> draw.chance(4) ? new CancelOrders(0, 0) : new CancelOrder(BOOK, 0, order.number);
        };
    }

    private Command place(long now) {
        boolean market = draw.chance(8);
        TimeInForce force = draw.flag() ? TimeInForce.GTC : draw.oneOf(TimeInForce.values());
        return new PlaceOrder(
                BOOK,
                0,
                draw.flag() ? Side.BUY : Side.SELL,
                market ? OrderType.MARKET : OrderType.LIMIT,
                market ? null : price(),
                1 + draw.below(20),
                force,
                force == TimeInForce.GTD ? now + SECOND * draw.below(20) + 1 : 0,
                !market && force.rests() && draw.chance(6),
                draw.oneOf(SelfTrade.values()),
                draw.chance(3));
    }

    private Money price() {
        return new Money(TICK * (95 + draw.below(11)));
    }

    /** The next act of the staff. */
    Command staff(long now) {
        long crossAt = draw.chance(3) ? 0 : now + SECOND * (1 + draw.below(8));
        return switch (draw.below(8)) {
            case 0, 1 -> new CallBook(BOOK, crossAt, WHY);
            case 2 -> new CrossBook(BOOK, WHY);
            case 3 -> draw.flag() ? new HaltBook(BOOK, WHY) : new CloseBook(BOOK, WHY);
            case 4, 5 -> new ResumeBook(BOOK, crossAt, WHY);
            default -> new StartTradingDay(BOOK, day(now), WHY);
        };
    }

    private TradingDay day(long now) {
        long call = now + SECOND * (1 + draw.below(3));
        long cross = call + SECOND * (1 + draw.below(5));
        long closing = cross + SECOND * (1 + draw.below(20));
        long close = closing + SECOND * (1 + draw.below(5));
        return switch (draw.below(4)) {
            case 0 -> TradingDay.OPEN_END;
            case 1 -> new TradingDay(call, cross, closing, close);
            case 2 -> new TradingDay(0, cross, 0, close);
            default -> new TradingDay(0, cross, 0, 0);
        };
    }
}
