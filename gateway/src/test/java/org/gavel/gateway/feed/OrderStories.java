package org.gavel.gateway.feed;

import org.gavel.gateway.ListFeed;
import org.gavel.gateway.Story;
import org.gavel.gateway.feed.ChannelName.Kind;
import org.gavel.protocol.event.Ending;
import org.gavel.protocol.event.Event;
import org.gavel.protocol.event.OrderAccepted;
import org.gavel.protocol.event.OrderAmended;
import org.gavel.protocol.event.OrderEnded;
import org.gavel.protocol.event.OrdersTraded;
import org.gavel.protocol.event.Taker;
import org.gavel.protocol.value.ClientId;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.Side;
import org.gavel.protocol.value.TimeInForce;

/** What happens to orders in one unit book, told to a hub. */
final class OrderStories {
    static final int BOOK = 3;
    static final int ALICE = 1;
    static final int BOB = 2;
    static final ChannelName L2 = new ChannelName(Kind.DEPTH, BOOK);
    static final ChannelName L3 = new ChannelName(Kind.ORDERS, BOOK);

    private final ListFeed feed = new ListFeed();
    private final FeedHub hub;
    private long orders;
    private int trades;

    OrderStories(FeedHub hub) {
        this.hub = hub;
        happens(Story.venue());
        happens(Story.bookOpened(BOOK));
    }

    void happens(Event... events) {
        feed.add(events);
        hub.on(feed.last());
    }

    /** The next order, by Alice to buy and by Bob to sell. */
    OrderAccepted order(Side side, long price, long quantity) {
        orders++;
        return new OrderAccepted(
                BOOK,
                orders,
                side,
                new Money(price),
                quantity,
                side == Side.BUY ? ALICE : BOB,
                TimeInForce.GTC,
                0,
                false,
                side == Side.BUY ? new Money(price * quantity) : Money.ZERO,
                ClientId.parse("o" + orders));
    }

    static OrderEnded ended(long order, long quantity, int owner) {
        return new OrderEnded(BOOK, order, quantity, owner, Ending.CANCELLED, Money.ZERO);
    }

    static OrderAmended amended(long order, long price, long quantity, boolean keptPriority, int owner) {
        return new OrderAmended(BOOK, order, new Money(price), quantity, keptPriority, owner, Money.ZERO);
    }

    OrdersTraded trade(long buy, long sell, long price, long quantity) {
        trades++;
        Money amount = new Money(price * quantity);
        return new OrdersTraded(
                BOOK, trades, new Money(price), quantity, buy, sell, Taker.BUYER, ALICE, BOB, amount, Money.ZERO);
    }
}
