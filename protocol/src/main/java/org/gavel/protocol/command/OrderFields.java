package org.gavel.protocol.command;

import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.OrderType;
import org.gavel.protocol.value.SelfTrade;
import org.gavel.protocol.value.Side;
import org.gavel.protocol.value.TimeInForce;

/**
 * The fields of an order command as primitives, so that none has to be made for the engine: one instance is reused.
 * What a kind has no field for is 0 or its default. Prices are fen a unit, 0 where there is none. A reference is stored
 * only where it changes: behind such a store in an old object a collector's barrier can cost more than the field.
 */
public final class OrderFields {
    /** Which of the commands it is. */
    public enum Kind {
        PLACE(1),
        AMEND(2),
        MOVE(3),
        REDUCE(4),
        CANCEL(5);

        private final int code;

        Kind(int code) {
            this.code = code;
        }

        /** The stable number, as in the hash of what was asked. */
        public int code() {
            return code;
        }
    }

    private Kind kind = Kind.CANCEL;
    private int book;
    private int participant;
    private long order;
    private long price;
    private long quantity;
    private long expiresAt;
    private Side side = Side.BUY;
    private OrderType type = OrderType.LIMIT;
    private TimeInForce timeInForce = TimeInForce.GTC;
    private SelfTrade selfTrade = SelfTrade.ALLOWED;
    private boolean postOnly;
    private boolean cancelOnDisconnect;

    /** Begins an act on a resting order, or with {@link Kind#PLACE} a new one: a limit order that rests. */
    public OrderFields begin(Kind kind, int book, int participant, long order, long price, long quantity) {
        if (this.kind != kind) {
            this.kind = kind;
        }
        this.book = book;
        this.participant = participant;
        this.order = order;
        this.price = price;
        this.quantity = quantity;
        return terms(Side.BUY, OrderType.LIMIT, TimeInForce.GTC, 0, SelfTrade.ALLOWED)
                .flags(false, false);
    }

    /** The terms of a new order. */
    public OrderFields terms(Side side, OrderType type, TimeInForce timeInForce, long expiresAt, SelfTrade selfTrade) {
        if (this.side != side) {
            this.side = side;
        }
        if (this.type != type) {
            this.type = type;
        }
        if (this.timeInForce != timeInForce) {
            this.timeInForce = timeInForce;
        }
        if (this.selfTrade != selfTrade) {
            this.selfTrade = selfTrade;
        }
        this.expiresAt = expiresAt;
        return this;
    }

    /** The rest of the terms of a new order. */
    public OrderFields flags(boolean postOnly, boolean cancelOnDisconnect) {
        this.postOnly = postOnly;
        this.cancelOnDisconnect = cancelOnDisconnect;
        return this;
    }

    /** Takes a command's fields; answers whether it is one that has them. */
    public boolean of(Command command) {
        if (command instanceof PlaceOrder c) {
            place(c);
        } else if (command instanceof AmendOrder c) {
            begin(Kind.AMEND, c.book(), c.participant(), c.order(), c.price().fen(), c.quantity());
        } else if (command instanceof MoveOrder c) {
            begin(Kind.MOVE, c.book(), c.participant(), c.order(), c.price().fen(), 0);
        } else if (command instanceof ReduceOrder c) {
            begin(Kind.REDUCE, c.book(), c.participant(), c.order(), 0, c.quantity());
        } else if (command instanceof CancelOrder c) {
            begin(Kind.CANCEL, c.book(), c.participant(), c.order(), 0, 0);
        } else {
            return false;
        }
        return true;
    }

    /** Whether a command is such an act. */
    public static boolean isAct(Command command) {
        return command instanceof MoveOrder
                || command instanceof PlaceOrder
                || command instanceof CancelOrder
                || command instanceof AmendOrder
                || command instanceof ReduceOrder;
    }

    private void place(PlaceOrder c) {
        begin(Kind.PLACE, c.book(), c.participant(), 0, c.price().fen(), c.quantity());
        terms(c.side(), c.type(), c.timeInForce(), c.expiresAt(), c.selfTrade());
        flags(c.postOnly(), c.cancelOnDisconnect());
    }

    /** The command these are the fields of; throws what its record throws. */
    public Command command() {
        return switch (kind) {
            case PLACE ->
                new PlaceOrder(
                        book,
                        participant,
                        side,
                        type,
                        new Money(price),
                        quantity,
                        timeInForce,
                        expiresAt,
                        postOnly,
                        selfTrade,
                        cancelOnDisconnect);
            case AMEND -> new AmendOrder(book, participant, order, new Money(price), quantity);
            case MOVE -> new MoveOrder(book, participant, order, new Money(price));
            case REDUCE -> new ReduceOrder(book, participant, order, quantity);
            case CANCEL -> new CancelOrder(book, participant, order);
        };
    }

    public Kind kind() {
        return kind;
    }

    public int book() {
        return book;
    }

    public int participant() {
        return participant;
    }

    /** The resting order it is about; 0 where it places one. */
    public long order() {
        return order;
    }

    public long price() {
        return price;
    }

    /** Units; of a reduction, by how many. */
    public long quantity() {
        return quantity;
    }

    public long expiresAt() {
        return expiresAt;
    }

    public Side side() {
        return side;
    }

    public OrderType type() {
        return type;
    }

    public TimeInForce timeInForce() {
        return timeInForce;
    }

    public SelfTrade selfTrade() {
        return selfTrade;
    }

    public boolean postOnly() {
        return postOnly;
    }

    public boolean cancelOnDisconnect() {
        return cancelOnDisconnect;
    }
}
