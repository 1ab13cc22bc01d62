package org.gavel.exchange.engine.book;

import org.gavel.exchange.engine.book.resting.Expiries;
import org.gavel.protocol.value.SelfTrade;

/**
 * An order as it comes in. Reused: {@link #limit} or {@link #market} begins the next. References are stored only where
 * they change, as in {@link org.gavel.exchange.engine.Request}.
 */
public final class NewOrder {
    private static final int BUYS = 1;
    private static final int MARKET = 2;
    private static final int POST_ONLY = 4;
    private static final int SELF_TRADE_SHIFT = 3;
    private static final int SELF_TRADE_MASK = 3;
    private static final int DAY = 32;
    private static final int ON_DISCONNECT = 64;

    long id;
    int participant;
    boolean buys;
    boolean market;

    /** Fen a unit: the limit; of a market order, once checked, the farthest price it can trade at. */
    long price;

    long quantity;
    Execution execution = Execution.RESTING;
    SelfTrade selfTrade = SelfTrade.ALLOWED;
    long expiresAt;
    boolean day;

    /** The connection whose end ends it, or 0. */
    long session;

    /** Where its holds are booked, once checked. */
    int position;

    /** Units not yet filled, while it trades. */
    long open;

    /** A limit order that rests and does not expire, until told otherwise. */
    public NewOrder limit(long id, int participant, boolean buys, long price, long quantity) {
        this.id = id;
        this.participant = participant;
        this.buys = buys;
        this.market = false;
        this.price = price;
        this.quantity = quantity;
        execution(Execution.RESTING).selfTrade(SelfTrade.ALLOWED);
        expiresAt = Expiries.NEVER;
        day = false;
        session = 0;
        return this;
    }

    /** A market order; what finds nobody rests before all limits, until told otherwise. */
    public NewOrder market(long id, int participant, boolean buys, long quantity) {
        limit(id, participant, buys, 0, quantity);
        market = true;
        return this;
    }

    public NewOrder execution(Execution execution) {
        if (this.execution != execution) {
            this.execution = execution;
        }
        return this;
    }

    public NewOrder selfTrade(SelfTrade selfTrade) {
        if (this.selfTrade != selfTrade) {
            this.selfTrade = selfTrade;
        }
        return this;
    }

    /** Microseconds since 1970; good till date, and for the day with the instant its session ends. */
    public NewOrder expiresAt(long time) {
        expiresAt = time;
        return this;
    }

    /** It ends when the trading day closes. */
    public NewOrder forTheDay() {
        day = true;
        return this;
    }

    /** It ends when this connection does. */
    public NewOrder endsWith(long connection) {
        session = connection;
        return this;
    }

    boolean rests() {
        return execution == Execution.RESTING || execution == Execution.POST_ONLY;
    }

    /** What the order needs to know of itself while it rests. */
    int flags() {
        return (buys ? BUYS : 0)
                | (market ? MARKET : 0)
                | (execution == Execution.POST_ONLY ? POST_ONLY : 0)
                | (selfTrade.code() << SELF_TRADE_SHIFT)
                | (day ? DAY : 0)
                | (session != 0 ? ON_DISCONNECT : 0);
    }

    /** What so many units to buy or to sell at a price have to hold: fen, or units. */
    static long backing(boolean buys, long price, long quantity) {
        return (buys ? price : 1) * quantity;
    }

    static boolean buys(int flags) {
        return (flags & BUYS) != 0;
    }

    static boolean isMarket(int flags) {
        return (flags & MARKET) != 0;
    }

    static boolean isPostOnly(int flags) {
        return (flags & POST_ONLY) != 0;
    }

    static boolean isForTheDay(int flags) {
        return (flags & DAY) != 0;
    }

    static boolean endsOnDisconnect(int flags) {
        return (flags & ON_DISCONNECT) != 0;
    }

    static SelfTrade selfTrade(int flags) {
        return SelfTrade.ofCode((flags >>> SELF_TRADE_SHIFT) & SELF_TRADE_MASK);
    }
}
