package org.gavel.exchange.pipeline;

import com.lmax.disruptor.AlertException;
import com.lmax.disruptor.SequenceBarrier;
import com.lmax.disruptor.TimeoutException;

/**
 * Remembers how far the ring was seen to be published, and looks again only behind that. The ring's own barrier looks at
 * every place that waits each time it is asked, which under load is for each part of a long queue. For one consumer.
 */
final class SeenBarrier implements SequenceBarrier {
    private final SequenceBarrier ring;
    private long seen = -1;

    SeenBarrier(SequenceBarrier ring) {
        this.ring = ring;
    }

    @Override
    public long waitFor(long sequence) throws AlertException, InterruptedException, TimeoutException {
        if (sequence <= seen) {
            ring.checkAlert();
        } else {
            seen = ring.waitFor(sequence);
        }
        return seen;
    }

    @Override
    public long getCursor() {
        return ring.getCursor();
    }

    @Override
    public boolean isAlerted() {
        return ring.isAlerted();
    }

    @Override
    public void alert() {
        ring.alert();
    }

    @Override
    public void clearAlert() {
        ring.clearAlert();
    }

    @Override
    public void checkAlert() throws AlertException {
        ring.checkAlert();
    }
}
