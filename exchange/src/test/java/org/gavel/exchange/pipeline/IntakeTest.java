package org.gavel.exchange.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.lmax.disruptor.RingBuffer;
import com.lmax.disruptor.Sequence;
import java.util.ArrayList;
import java.util.List;
import org.gavel.exchange.api.Answer;
import org.gavel.exchange.api.Reply;
import org.gavel.exchange.sequencer.SequencerClock;
import org.gavel.protocol.codec.json.Sealer;
import org.gavel.protocol.command.Origin;
import org.gavel.protocol.command.Tick;
import org.gavel.protocol.reject.RejectReason;
import org.junit.jupiter.api.Test;

/** Where commands come in, without a pipeline behind it. */
class IntakeTest {
    private static final int PLACES = 8;

    private final RingBuffer<Slot> ring = RingBuffer.createMultiProducer(Slot.places(PLACES), PLACES);
    private final Intake intake = new Intake(ring, SequencerClock.startingAt(0), SpaceGuard.none(), Sealer.NONE);
    private final List<RejectReason> answers = new ArrayList<>();
    private final Reply reply = answer -> answers.add(answer.reason());

    private void submit() {
        intake.submit(Origin.VENUE, new Tick(1), reply);
    }

    @Test
    void whoGotAPlaceBehindThePipelinesLastIsHandedOverOnceAndNobodyGetsOneAfterwards() {
        Sequence taken = new Sequence();
        ring.addGatingSequences(taken);
        for (int place = 0; place < 5; place++) {
            submit();
        }
        taken.set(1); // The first two; their places hold them still.
        List<Slot> late = new ArrayList<>();
        intake.close(RejectReason.DRAINING);
        intake.end(late::add);
        assertEquals(List.of(ring.get(2), ring.get(3), ring.get(4)), late);

        late.get(0).letGo().on(Answer.notTaken(RejectReason.STOPPED));
        submit();
        intake.close(RejectReason.NONE); // As one sees it who passed the door before it was closed.
        submit();
        assertEquals(List.of(RejectReason.STOPPED, RejectReason.DRAINING, RejectReason.BUSY), answers);
    }
}
