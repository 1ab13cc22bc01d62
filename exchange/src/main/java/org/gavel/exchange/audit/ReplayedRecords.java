package org.gavel.exchange.audit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HexFormat;
import java.util.List;
import org.agrona.DirectBuffer;
import org.gavel.exchange.api.Applied;
import org.gavel.exchange.engine.Market;
import org.gavel.exchange.engine.Request;
import org.gavel.exchange.eventlog.EventAssembler;
import org.gavel.exchange.eventlog.EventRecorder;
import org.gavel.exchange.host.EngineHost;
import org.gavel.protocol.codec.json.JsonCodec;
import org.gavel.protocol.codec.json.Sealer;
import org.gavel.protocol.codec.sbe.CommandDecoder;
import org.gavel.protocol.codec.sbe.Violation;
import org.gavel.protocol.event.Event;
import org.gavel.protocol.reject.RejectReason;

/** Outcomes from a replay: the same host over the same bytes as live, every journaled digest compared. */
final class ReplayedRecords implements RecordSource {
    private final CommandDecoder decoder;
    private final EngineHost host;
    private final boolean openSealed;
    private List<Event> events = List.of();

    ReplayedRecords(Sealer sealer, boolean openSealed) {
        this.decoder = new CommandDecoder(sealer);
        this.openSealed = openSealed;
        EventAssembler assembler = new EventAssembler(0, this::caused);
        this.host = new EngineHost(new Market(), sealer, new EventRecorder(assembler));
    }

    private void caused(Applied applied) {
        events = applied.events();
    }

    @Override
    public AuditedRecord take(long sequence, long at, DirectBuffer buffer, int offset, int length) {
        events = List.of();
        host.onRecord(sequence, at, buffer, offset, length);
        Request request = host.request();
        return new AuditedRecord(
                sequence,
                at,
                decode(buffer, offset, length).origin(),
                command(),
                outcome(request),
                request.reason(),
                request.detail(),
                request.original(),
                events);
    }

    private CommandDecoder decode(DirectBuffer buffer, int offset, int length) {
        try {
            return decoder.wrap(buffer, offset, length);
        } catch (Violation e) {
            throw new IllegalStateException("the record cannot be read: " + e.getMessage(), e);
        }
    }

    private ObjectNode command() {
        return openSealed ? JsonCodec.tree(decoder.command()) : decoder.resting();
    }

    private static Outcome outcome(Request request) {
        if (request.isRepeated()) {
            return Outcome.REPEATED;
        }
        return request.reason() == RejectReason.NONE ? Outcome.ACCEPTED : Outcome.REJECTED;
    }

    @Override
    public String venue() {
        return host.market().venue();
    }

    @Override
    public long digests() {
        return host.digestsMatched();
    }

    @Override
    public String stateHash() {
        return HexFormat.of().formatHex(host.market().stateHash());
    }

    @Override
    public void close() {
        // Everything is in memory.
    }
}
