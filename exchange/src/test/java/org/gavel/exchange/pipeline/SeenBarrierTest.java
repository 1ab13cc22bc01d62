package org.gavel.exchange.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.lmax.disruptor.AlertException;
import com.lmax.disruptor.RingBuffer;
import com.lmax.disruptor.SequenceBarrier;
import com.lmax.disruptor.TimeoutException;
import org.gavel.exchange.api.Reply;
import org.gavel.protocol.codec.json.Sealer;
import org.gavel.protocol.codec.sbe.CommandEncoder;
import org.gavel.protocol.command.Origin;
import org.gavel.protocol.command.Tick;
import org.junit.jupiter.api.Test;

/** How far the ring is published is looked for once. */
class SeenBarrierTest {
    private final RingBuffer<Slot> ring = RingBuffer.createMultiProducer(Slot.places(16), 16);
    private final CommandEncoder encoder = new CommandEncoder(Sealer.NONE);
    private final SequenceBarrier barrier = new SeenBarrier(ring.newBarrier());

    private void publish(int places) {
        for (int i = 0; i < places; i++) {
            long place = ring.next();
            ring.get(place).encode(encoder, Origin.VENUE, new Tick(place), place, Reply.NOBODY);
            ring.publish(place);
        }
    }

    @Test
    void whatWasSeenIsNotLookedForAgainAndWhatCameSinceIsSeenBehindIt()
            throws AlertException, InterruptedException, TimeoutException {
        publish(4);
        assertEquals(3, barrier.waitFor(0));
        publish(5);
        assertEquals(3, barrier.waitFor(2), "it is not looked again");
        assertEquals(3, barrier.waitFor(3));
        assertEquals(8, barrier.waitFor(4));
    }

    @Test
    void anAlertEndsAlsoAWaitForWhatWasSeen() throws AlertException, InterruptedException, TimeoutException {
        publish(4);
        assertEquals(3, barrier.waitFor(0));
        barrier.alert();
        assertThrows(AlertException.class, () -> barrier.waitFor(1));
        barrier.clearAlert();
        assertEquals(3, barrier.waitFor(1));
    }
}
