package org.gavel.exchange.engine.account;

import java.util.TreeSet;
import org.gavel.exchange.engine.state.StateWriter;

/** Which participants are on record as related (利害关系人); whoever is the same legal person is related alike. */
public final class Relations {
    /** The most relations on record. */
    public static final int MAX = 10_000;

    private record Pair(int less, int more) implements Comparable<Pair> {
        static Pair of(int one, int other) {
            return new Pair(Math.min(one, other), Math.max(one, other));
        }

        @Override
        public int compareTo(Pair other) {
            return less != other.less ? Integer.compare(less, other.less) : Integer.compare(more, other.more);
        }
    }

    private final Accounts accounts;
    private final TreeSet<Pair> pairs = new TreeSet<>();

    Relations(Accounts accounts) {
        this.accounts = accounts;
    }

    public boolean isFull() {
        return pairs.size() >= MAX;
    }

    /** Whether these two themselves are on record. */
    public boolean has(int one, int other) {
        return pairs.contains(Pair.of(one, other));
    }

    public void put(int one, int other, boolean related) {
        if (related) {
            pairs.add(Pair.of(one, other));
        } else {
            pairs.remove(Pair.of(one, other));
        }
    }

    /** Whether these two, or whoever is the same legal person as they, are on record. */
    public boolean areRelated(int one, int other) {
        return !pairs.isEmpty()
                && accounts.numbersOf(one)
                        .anyMatch(each -> accounts.numbersOf(other).anyMatch(another -> has(each, another)));
    }

    /** Whether the first two are, as legal persons, the other two, in either order. */
    public boolean isOf(int first, int second, int one, int other) {
        return (isSame(first, one) && isSame(second, other)) || (isSame(first, other) && isSame(second, one));
    }

    /** Whether two numbers are one legal person, as far as the venue knows. */
    public boolean isSame(int one, int other) {
        return accounts.areOnePerson(one, other);
    }

    public void writeTo(StateWriter out) {
        if (pairs.isEmpty()) {
            return;
        }
        out.put("relations").put(pairs.size());
        pairs.forEach(pair -> out.put(pair.less).put(pair.more));
    }
}
