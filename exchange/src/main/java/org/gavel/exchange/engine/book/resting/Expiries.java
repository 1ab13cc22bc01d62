package org.gavel.exchange.engine.book.resting;

import java.util.Arrays;

/**
 * The orders of one book that end by themselves, in (time, id) order: a binary heap in which each order knows its
 * place. Allocates nothing before the first and then only when it grows.
 */
public final class Expiries {
    /** Nothing ends by itself. */
    public static final long NEVER = Long.MAX_VALUE;

    private static final int FIRST_SIZE = 16;

    private final Orders orders;
    private int[] slots = {};
    private long[] times = {};
    private int size;

    public Expiries(OrderStore store) {
        this.orders = store.orders();
    }

    /** Microseconds since 1970 at which the next order ends, or {@link #NEVER}. */
    public long nextDue() {
        return size == 0 ? NEVER : times[0];
    }

    /** The order that ends next; there must be one. */
    public int next() {
        return slots[0];
    }

    public void add(int slot, long time) {
        if (size == slots.length) {
            int length = Math.max(FIRST_SIZE, size * 2);
            slots = Arrays.copyOf(slots, length);
            times = Arrays.copyOf(times, length);
        }
        place(size, slot, time);
        size++;
        siftUp(size - 1);
    }

    /** Takes an order out; harmless where it does not end by itself. */
    public void remove(int slot) {
        int at = orders.expiry(slot);
        if (at == Orders.NONE) {
            return;
        }
        orders.expiry(slot, Orders.NONE);
        size--;
        if (at != size) {
            int last = slots[size];
            place(at, last, times[size]);
            siftUp(at);
            siftDown(orders.expiry(last));
        }
    }

    /** When an order ends, or {@link #NEVER}. */
    public long timeOf(int slot) {
        int at = orders.expiry(slot);
        return at == Orders.NONE ? NEVER : times[at];
    }

    private void siftUp(int from) {
        int at = from;
        while (at > 0 && isBefore(at, (at - 1) >>> 1)) {
            swap(at, (at - 1) >>> 1);
            at = (at - 1) >>> 1;
        }
    }

    private void siftDown(int from) {
        int at = from;
        int child = earlierChild(at);
        while (child < size && isBefore(child, at)) {
            swap(child, at);
            at = child;
            child = earlierChild(at);
        }
    }

    private int earlierChild(int at) {
        int left = 2 * at + 1;
        return left + 1 < size && isBefore(left + 1, left) ? left + 1 : left;
    }

    private boolean isBefore(int a, int b) {
        return times[a] != times[b] ? times[a] < times[b] : orders.id(slots[a]) < orders.id(slots[b]);
    }

    private void swap(int a, int b) {
        int slot = slots[a];
        long time = times[a];
        place(a, slots[b], times[b]);
        place(b, slot, time);
    }

    private void place(int at, int slot, long time) {
        slots[at] = slot;
        times[at] = time;
        orders.expiry(slot, at);
    }
}
