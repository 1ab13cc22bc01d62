package org.gavel.exchange.engine.timer;

/** The one thing time will next cause for a lot, its listing or a unit book. Owned by it, ordered by {@link TimerQueue}. */
public final class Deadline {
    static final int IDLE = -1;

    /** What happens; the order is that of equal times of one lot. */
    public enum Kind {
        /** The lot opens: scheduled, or its turn in a roadshow. */
        OPEN,
        /** The running phase closes. */
        CLOSE,
        /** A lot that was interrupted goes on. */
        RESUME,
        /** A provisional hammer is final. */
        AWARD,
        /** Something in a unit book, whose number then stands for the lot's. */
        BOOK,
        /** A term of the lot's listing ends. */
        LISTING,
        /** What is due for a deal, which has a number no lot has. */
        DEAL
    }

    private final int lot;
    private Kind kind = Kind.OPEN;
    private long due;
    private int index = IDLE;

    public Deadline(int lot) {
        this.lot = lot;
    }

    public int lot() {
        return lot;
    }

    public Kind kind() {
        return kind;
    }

    /** Microseconds since 1970; meaningful while pending. */
    public long due() {
        return due;
    }

    public boolean isPending() {
        return index != IDLE;
    }

    public boolean isPending(Kind expected) {
        return isPending() && kind == expected;
    }

    void set(Kind kind, long due) {
        this.kind = kind;
        this.due = due;
    }

    int index() {
        return index;
    }

    void index(int index) {
        this.index = index;
    }

    boolean isBefore(Deadline other) {
        if (due != other.due) {
            return due < other.due;
        }
        return lot != other.lot ? lot < other.lot : kind.compareTo(other.kind) < 0;
    }
}
