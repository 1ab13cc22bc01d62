package org.gavel.ops.system;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.agrona.DirectBuffer;
import org.gavel.exchange.api.Applied;
import org.gavel.exchange.engine.Market;
import org.gavel.exchange.eventlog.EventAssembler;
import org.gavel.exchange.eventlog.EventRecorder;
import org.gavel.exchange.host.EngineHost;
import org.gavel.exchange.journal.JournalReader;
import org.gavel.exchange.journal.envelope.RecordConsumer;
import org.gavel.protocol.codec.json.Sealer;
import org.gavel.protocol.codec.sbe.CommandDecoder;
import org.gavel.protocol.command.StateDigest;
import org.gavel.protocol.event.Event;
import org.gavel.protocol.event.LotEvent;
import org.gavel.protocol.event.PublicEvent;

/** A whole journal, read and applied once more from the first record on. */
final class Replay implements RecordConsumer {
    private final List<JournalRecord> records = new ArrayList<>();
    private final List<Applied> applied = new ArrayList<>();
    private final CommandDecoder decoder;
    private final EngineHost host;

    private Replay(Sealer sealer) {
        decoder = new CommandDecoder(sealer);
        host = new EngineHost(new Market(), sealer, new EventRecorder(new EventAssembler(0, applied::add)));
    }

    static Replay of(Path data, Sealer sealer) {
        Replay replay = new Replay(sealer);
        JournalReader.read(data, replay);
        return replay;
    }

    @Override
    public void onRecord(long sequence, long timestamp, DirectBuffer buffer, int bodyOffset, int bodyLength) {
        int before = applied.size();
        host.onRecord(sequence, timestamp, buffer, bodyOffset, bodyLength);
        decoder.wrap(buffer, bodyOffset, bodyLength);
        List<Event> events =
                applied.size() == before ? List.of() : applied.get(before).events();
        records.add(new JournalRecord(
                sequence,
                timestamp,
                decoder.origin(),
                decoder.command(),
                host.request().reason(),
                host.request().isRepeated(),
                events));
    }

    List<JournalRecord> records() {
        return List.copyOf(records);
    }

    /** The record with this sequence. */
    JournalRecord at(long sequence) {
        return records.get(Math.toIntExact(sequence - 1));
    }

    /** Everything of this kind that happened, in order. */
    <E extends Event> List<E> events(Class<E> kind) {
        return records.stream()
                .flatMap(record -> record.events().stream())
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    /** What the channel {@code lots} says, event by event: sequence and name. */
    List<String> publicFeed() {
        return records.stream()
                .flatMap(record -> record.events().stream()
                        .filter(event -> event instanceof LotEvent || event instanceof PublicEvent)
                        .map(event -> record.sequence() + " " + event.getClass().getSimpleName()))
                .toList();
    }

    /** The records of this kind of command. */
    Stream<JournalRecord> commands(Class<?> kind) {
        return records.stream().filter(record -> kind.isInstance(record.command()));
    }

    /** The newest digest that the replay itself has made. */
    StateDigest newestDigest() {
        return host.newestDigest().orElseThrow();
    }

    /** Of the state after the last record. */
    String stateHash() {
        return HexFormat.of().formatHex(host.market().stateHash());
    }
}
