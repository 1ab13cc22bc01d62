package org.gavel.exchange.engine.auction.ascending;

import java.util.Arrays;
import org.gavel.exchange.engine.state.StateWriter;

/** The bids of a phase that stand, in the order they came; the last leads. Allocates only when it grows. */
final class BidHistory {
    private static final int NOWHERE = -1;

    private int[] numbers = new int[16];
    private int[] bidders = new int[16];
    private long[] amounts = new long[16];
    private int size;

    void clear() {
        size = 0;
    }

    boolean isEmpty() {
        return size == 0;
    }

    void add(int number, int bidder, long amount) {
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, size * 2);
            bidders = Arrays.copyOf(bidders, size * 2);
            amounts = Arrays.copyOf(amounts, size * 2);
        }
        numbers[size] = number;
        bidders[size] = bidder;
        amounts[size++] = amount;
    }

    boolean has(int number) {
        return find(number) != NOWHERE;
    }

    private int find(int number) {
        int at = Arrays.binarySearch(numbers, 0, size, number);
        return at < 0 ? NOWHERE : at;
    }

    void remove(int number) {
        int at = find(number);
        int after = size - at - 1;
        System.arraycopy(numbers, at + 1, numbers, at, after);
        System.arraycopy(bidders, at + 1, bidders, at, after);
        System.arraycopy(amounts, at + 1, amounts, at, after);
        size--;
    }

    int lastBidder() {
        return bidders[size - 1];
    }

    long lastAmount() {
        return amounts[size - 1];
    }

    void writeTo(StateWriter out) {
        out.put(size);
        for (int i = 0; i < size; i++) {
            out.put(numbers[i]).put(bidders[i]).put(amounts[i]);
        }
    }
}
