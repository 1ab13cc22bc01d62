package org.gavel.exchange.sealing;

import java.util.function.BiConsumer;
import org.agrona.DirectBuffer;
import org.gavel.exchange.api.Applied;
import org.gavel.exchange.engine.Market;
import org.gavel.exchange.eventlog.EventAssembler;
import org.gavel.exchange.eventlog.EventRecorder;
import org.gavel.exchange.host.EngineHost;
import org.gavel.exchange.journal.envelope.RecordConsumer;
import org.gavel.protocol.codec.json.Sealer;
import org.gavel.protocol.codec.sbe.CommandDecoder;
import org.gavel.protocol.command.Command;
import org.gavel.protocol.command.SubmitEnvelope;

/**
 * Replays records and tells what each caused, beside the envelope that it sent: only the market says which envelopes
 * it took. Single-threaded.
 */
final class AcceptedCommands implements RecordConsumer {
    private static final SubmitEnvelope NO_ENVELOPE = new SubmitEnvelope(1, 0, "0".repeat(64), "");

    private final EngineHost host;
    private final CommandDecoder decoder;
    private SubmitEnvelope sent = NO_ENVELOPE;

    /** Tells the consumer of every record that caused events; what sent no envelope comes with an empty one. */
    AcceptedCommands(Sealer sealer, BiConsumer<Applied, SubmitEnvelope> consumer) {
        EventAssembler assembler = new EventAssembler(0, applied -> consumer.accept(applied, sent));
        this.host = new EngineHost(new Market(), sealer, new EventRecorder(assembler));
        this.decoder = new CommandDecoder(sealer);
    }

    @Override
    public void onRecord(long sequence, long timestamp, DirectBuffer buffer, int bodyOffset, int bodyLength) {
        decoder.wrap(buffer, bodyOffset, bodyLength);
        Command command = decoder.isBid() ? NO_ENVELOPE : decoder.command();
        sent = command instanceof SubmitEnvelope envelope ? envelope : NO_ENVELOPE;
        host.onRecord(sequence, timestamp, buffer, bodyOffset, bodyLength);
    }
}
