package org.gavel.protocol.value;

import org.gavel.protocol.reject.Require;

/**
 * One number of a rulebook with the place it is taken from.
 *
 * @param value 0 where there is no limit
 * @param source the law and its article
 */
public record Limit(long value, String source, SourceMark mark) {
    /** Nothing is limited, and nothing is said about it. */
    public static final Limit NONE = new Limit();

    /** The largest limit of any kind. */
    public static final long MAX = 1_000_000;

    public Limit {
        Require.between(value, 0, MAX, "value");
        source = Require.text(Require.present(source, "source"), "source");
        mark = Require.present(mark, "mark");
    }

    private Limit() {
        this(0, "", SourceMark.P);
    }

    static Limit orNone(Limit given) {
        return given == null ? NONE : given;
    }

    /** Whether there is a limit. */
    public boolean isSet() {
        return value != 0;
    }

    /** So many hundredths of an amount, rounded up to the fen: what is at least this share of it. */
    Money leastShareOf(Money amount) {
        return new Money((amount.fen() * value + 99) / 100);
    }

    /** So many hundredths of an amount, rounded down to the fen: what is at most this share of it. */
    Money mostShareOf(Money amount) {
        return new Money(amount.fen() * value / 100);
    }

    /** Leaves NONE unwritten: a pack keeps its bytes, and so its hash, when later releases know more limits. */
    static final class UnlessNone {
        @Override
        public boolean equals(Object value) {
            return NONE.equals(value);
        }

        @Override
        public int hashCode() {
            return 0;
        }
    }
}
