package org.gavel.exchange.eventlog;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.agrona.DirectBuffer;
import org.gavel.exchange.api.Applied;
import org.gavel.protocol.codec.sbe.EventDecoder;
import org.gavel.protocol.event.Event;

/** Puts the records of the event log together again as what each command caused. Single-threaded. */
public final class EventAssembler implements EventBytes {
    private final EventDecoder decoder = new EventDecoder();
    private final long afterSequence;
    private final Consumer<Applied> consumer;
    private List<Event> events = new ArrayList<>();

    /** Tells the consumer of every command after this sequence that caused events. */
    public EventAssembler(long afterSequence, Consumer<Applied> consumer) {
        this.afterSequence = afterSequence;
        this.consumer = consumer;
    }

    @Override
    public void onEvent(long ordinal, long timestamp, DirectBuffer body, int offset, int length) {
        long sequence = EventRecord.sequence(body, offset);
        if (sequence <= afterSequence) {
            return;
        }
        int header = EventRecord.HEADER_BYTES;
        events.add(decoder.decode(body, offset + header, length - header));
        if (EventRecord.isLast(body, offset)) {
            Applied applied = new Applied(sequence, timestamp, List.copyOf(events));
            events = new ArrayList<>();
            consumer.accept(applied);
        }
    }
}
