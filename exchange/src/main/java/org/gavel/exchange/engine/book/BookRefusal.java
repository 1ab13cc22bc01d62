package org.gavel.exchange.engine.book;

/**
 * Why a book takes something not; nothing has changed then. Codes and sentences are those of the venue's one list of
 * refusals. Where a sentence has {@code {amount}} or {@code {number}}, the desk that refused tells it.
 */
public enum BookRefusal {
    NONE(0, ""),
    PARTICIPANT_UNKNOWN(4017, "Register the participant first."),
    ORDER_UNKNOWN(4200, "Name an order of yours that rests in this book; it may have been filled or have ended."),
    ORDER_EXISTS(4201, "Use another order number; an order with this one rests already."),
    QUANTITY_NOT_POSITIVE(4202, "Give a quantity of at least one unit."),
    QUANTITY_TOO_BIG(4203, "Give a quantity of at most {number} units."),
    OFF_TICK(4204, "Give a price that is a multiple of {amount}."),
    PRICE_TOO_LOW(4205, "Give a price of at least {amount}."),
    PRICE_TOO_HIGH(4206, "Give a price of at most {amount}."),
    ORDER_TOO_BIG(4207, "Order less: price times quantity may be at most {amount}."),
    MONEY_INSUFFICIENT(4208, "Order less or pay in: {amount} is free."),
    UNITS_INSUFFICIENT(4209, "Order less or bring in units: {number} are free."),
    BOOK_HALTED(4210, "Wait until trading resumes; while it is halted orders can only be reduced and cancelled."),
    NOT_IN_CALL(4211, "Send orders that may rest; IOC, FOK and post-only are for continuous trading."),
    POST_ONLY_TRADES(4212, "Give a price that does not meet the other side, or drop post-only."),
    NO_PRICE(4213, "Give a limit; two market orders cannot trade where there is no price yet."),
    EXPIRY_PASSED(4214, "Give an expiry that lies ahead, or none."),
    BOOKS_FULL(4215, "Cancel orders first; the venue's books hold {number}."),
    WRONG_BOOK_PHASE(4216, "Halt or call an open book, resume a halted one through a call, and cross a call."),
    LIMITS_CUT_ORDERS(4217, "Cancel market orders and those outside the new limits first."),
    TERMS_CLASH(4218, "Give a market order no price, and only a limit order post-only or another price."),
    BAD_BOOK_TERMS(4219, "Give a tick of at least one fen, limits on it with the lower first, and a band below 100 %.");

    private final int code;
    private final String sentence;

    BookRefusal(int code, String sentence) {
        this.code = code;
        this.sentence = sentence;
    }

    /** The stable number. */
    public int code() {
        return code;
    }

    /** What to do. */
    public String sentence() {
        return sentence;
    }
}
