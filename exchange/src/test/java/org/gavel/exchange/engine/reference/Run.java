package org.gavel.exchange.engine.reference;

import java.io.ByteArrayOutputStream;
import org.agrona.DirectBuffer;
import org.gavel.exchange.engine.Market;
import org.gavel.exchange.engine.Request;
import org.gavel.exchange.engine.Submission;
import org.gavel.exchange.eventlog.EventRecorder;

/** A market with the bytes of the events of its last command. */
final class Run {
    private final Market market;
    private final Request request = new Request();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final EventRecorder events = new EventRecorder(this::onEvent);

    Run(Market market) {
        this.market = market;
    }

    private void onEvent(long ordinal, long timestamp, DirectBuffer body, int offset, int length) {
        for (int i = 0; i < length; i++) {
            bytes.write(body.getByte(offset + i));
        }
    }

    void apply(Submission submission) {
        bytes.reset();
        events.begin(market.sequence() + 1, submission.time());
        submission.applyTo(market, request, events);
        events.complete();
    }

    byte[] lastEvents() {
        return bytes.toByteArray();
    }

    Market market() {
        return market;
    }
}
