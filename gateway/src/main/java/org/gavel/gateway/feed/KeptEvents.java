package org.gavel.gateway.feed;

import java.util.Arrays;
import org.gavel.exchange.api.KeptState;

/** Bounds what some channels keep together: beyond it the oldest event is forgotten first. For the feed's thread. */
final class KeptEvents implements KeptState {
    private static final int FIRST_CAPACITY = 1024;

    private final int most;

    /** A ring of channels and numbers, the oldest at {@code first}. */
    private FeedChannel[] channels;

    private long[] numbers;
    private int first;
    private int size;

    KeptEvents(int most) {
        this.most = most;
        this.channels = new FeedChannel[Math.min(most, FIRST_CAPACITY)];
        this.numbers = new long[channels.length];
    }

    void add(FeedChannel channel, long sq) {
        if (size == most) {
            channels[first].forget(numbers[first]);
            first = (first + 1) % channels.length;
            size--;
        } else if (size == channels.length) {
            grow();
        }
        int next = (first + size) % channels.length;
        channels[next] = channel;
        numbers[next] = sq;
        size++;
    }

    /** While it has room the oldest is at 0. */
    private void grow() {
        int larger = Math.min(most, 2 * channels.length);
        channels = Arrays.copyOf(channels, larger);
        numbers = Arrays.copyOf(numbers, larger);
    }
}
