package org.gavel.bench.book;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.LongBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/**
 * Order commands as exchange-core's load generator made them, in memory, without FOK_BUDGET orders, which only
 * exchange-core has. A command is eight longs: kind, order, user, price, size, reserve price, type and side, symbol.
 */
public final class OrderStream {
    public static final int PLACE = 1;
    public static final int CANCEL = 2;
    public static final int MOVE = 3;

    private static final int WORDS = 8;
    private static final int HEADER_WORDS = 2;
    private static final int IOC = 1;
    private static final int FOK_BUDGET = 4;

    private final long[] words;
    private final int size;
    private final int orders;

    private OrderStream(long[] words, int size, int orders) {
        this.words = words;
        this.size = size;
        this.orders = orders;
    }

    public static OrderStream read(Path file) throws IOException {
        LongBuffer all;
        try (FileChannel channel = FileChannel.open(file)) {
            all = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size())
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asLongBuffer();
        }
        int total = (int) all.get(1);
        long[] words = new long[total * WORDS];
        int size = 0;
        long orders = 0;
        for (int i = 0; i < total; i++) {
            all.get(HEADER_WORDS + i * WORDS, words, size * WORDS, WORDS);
            orders = Math.max(orders, words[size * WORDS + 1]);
            boolean isBudget = words[size * WORDS] == PLACE && words[size * WORDS + 6] >>> 1 == FOK_BUDGET;
            size += isBudget ? 0 : 1;
        }
        return new OrderStream(words, size, (int) orders);
    }

    /** How many commands there are. */
    public int size() {
        return size;
    }

    /** The highest order number. */
    public int orders() {
        return orders;
    }

    public int kind(int at) {
        return (int) words[at * WORDS];
    }

    public long order(int at) {
        return words[at * WORDS + 1];
    }

    public int user(int at) {
        return (int) words[at * WORDS + 2];
    }

    public long price(int at) {
        return words[at * WORDS + 3];
    }

    public long quantity(int at) {
        return words[at * WORDS + 4];
    }

    public long reserve(int at) {
        return words[at * WORDS + 5];
    }

    public boolean buys(int at) {
        return (words[at * WORDS + 6] & 1) != 0;
    }

    public boolean isIoc(int at) {
        return words[at * WORDS + 6] >>> 1 == IOC;
    }
}
