package org.gavel.bench.book;

/** Sums over trades and over the final book that differ where one of them, or their order, does. */
final class Tally {
    private long trades;
    private long tradeSum;
    private long orders;
    private long bookSum;

    void trade(long maker, long taker, long price, long quantity) {
        trades++;
        tradeSum = mix(mix(mix(mix(tradeSum, maker), taker), price), quantity);
    }

    void order(long order, long price, long open) {
        orders++;
        bookSum = mix(mix(mix(bookSum, order), price), open);
    }

    private static long mix(long sum, long value) {
        return (Long.rotateLeft(sum, 23) ^ value) * 0x9E3779B97F4A7C15L;
    }

    @Override
    public String toString() {
        return "%d trades %016x, %d orders %016x".formatted(trades, tradeSum, orders, bookSum);
    }
}
