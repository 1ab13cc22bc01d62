package org.gavel.exchange.snapshot;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.agrona.ExpandableArrayBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.gavel.exchange.journal.JournalAnchor;
import org.gavel.exchange.journal.JournalPosition;
import org.gavel.exchange.journal.envelope.ChainHash;
import org.gavel.protocol.codec.sbe.generated.MessageHeaderDecoder;
import org.gavel.protocol.codec.sbe.generated.MessageHeaderEncoder;
import org.gavel.protocol.codec.sbe.generated.SnapshotHeaderDecoder;
import org.gavel.protocol.codec.sbe.generated.SnapshotHeaderEncoder;

/**
 * What a snapshot is of.
 *
 * @param venue whose market it is
 * @param openedAt the time of that venue's genesis, microseconds since 1970
 * @param behaviour the engine's behaviour that applies
 * @param build the {@link EngineBuild} that wrote it, as hex
 * @param timestamp of the last command in it, microseconds since 1970
 * @param events that the venue's commands had caused by then
 * @param anchor the journal's record after which it was taken
 * @param stateHash SHA-256 over the canonical state, as hex: what the live market's digest says too
 * @param eventsHash SHA-256 over the events up to there, chained, as hex
 */
public record SnapshotHeader(
        String venue,
        long openedAt,
        int behaviour,
        String build,
        long timestamp,
        long events,
        JournalAnchor anchor,
        String stateHash,
        String eventsHash) {
    /** The format of the file; another number is another format. */
    public static final int FORMAT = 1;

    /** After which record it was taken. */
    public long sequence() {
        return anchor.sequence();
    }

    /** The same of what another build wrote. */
    SnapshotHeader by(String otherBuild) {
        return new SnapshotHeader(
                venue, openedAt, behaviour, otherBuild, timestamp, events, anchor, stateHash, eventsHash);
    }

    ByteBuffer bytes() {
        ExpandableArrayBuffer buffer = new ExpandableArrayBuffer();
        SnapshotHeaderEncoder header = new SnapshotHeaderEncoder();
        header.wrapAndApplyHeader(buffer, 0, new MessageHeaderEncoder());
        header.format(FORMAT)
                .behaviour(behaviour)
                .sequence(anchor.sequence())
                .timestamp(timestamp)
                .openedAt(openedAt)
                .events(events)
                .batchSequence(anchor.batch().sequence())
                .batchTimestamp(anchor.batch().timestamp())
                .batchOffset(anchor.offset())
                .generation(anchor.batch().generation())
                .putChainHash(anchor.batch().chainHash().toByteArray(), 0, ChainHash.BYTES)
                .putStateHash(hex(stateHash), 0, ChainHash.BYTES)
                .putEventsHash(hex(eventsHash), 0, ChainHash.BYTES)
                .putBuild(hex(build), 0, ChainHash.BYTES);
        byte[] name = venue.getBytes(StandardCharsets.UTF_8);
        header.putVenue(name, 0, name.length);
        byte[] segment = anchor.segment().getBytes(StandardCharsets.UTF_8);
        header.putSegment(segment, 0, segment.length);
        return ByteBuffer.wrap(buffer.byteArray(), 0, MessageHeaderEncoder.ENCODED_LENGTH + header.encodedLength())
                .slice();
    }

    /** The format of a header's bytes, 0 where they are none. */
    static int formatOf(ByteBuffer bytes) {
        MessageHeaderDecoder frame = new MessageHeaderDecoder().wrap(new UnsafeBuffer(bytes), 0);
        boolean isHeader = frame.templateId() == SnapshotHeaderDecoder.TEMPLATE_ID
                && frame.schemaId() == SnapshotHeaderDecoder.SCHEMA_ID;
        return isHeader ? header(bytes).format() : 0;
    }

    private static SnapshotHeaderDecoder header(ByteBuffer bytes) {
        return new SnapshotHeaderDecoder().wrapAndApplyHeader(new UnsafeBuffer(bytes), 0, new MessageHeaderDecoder());
    }

    static SnapshotHeader of(ByteBuffer bytes) {
        SnapshotHeaderDecoder header = header(bytes);
        byte[] chain = new byte[ChainHash.BYTES];
        byte[] state = new byte[ChainHash.BYTES];
        byte[] events = new byte[ChainHash.BYTES];
        byte[] build = new byte[ChainHash.BYTES];
        header.getChainHash(chain, 0, ChainHash.BYTES);
        header.getStateHash(state, 0, ChainHash.BYTES);
        header.getEventsHash(events, 0, ChainHash.BYTES);
        header.getBuild(build, 0, ChainHash.BYTES);
        byte[] venue = new byte[header.venueLength()];
        header.getVenue(venue, 0, venue.length);
        byte[] segment = new byte[header.segmentLength()];
        header.getSegment(segment, 0, segment.length);
        JournalPosition batch = new JournalPosition(
                header.batchSequence(), header.batchTimestamp(), header.generation(), ChainHash.at(chain, 0));
        return new SnapshotHeader(
                new String(venue, StandardCharsets.UTF_8),
                header.openedAt(),
                header.behaviour(),
                HexFormat.of().formatHex(build),
                header.timestamp(),
                header.events(),
                new JournalAnchor(
                        header.sequence(), batch, new String(segment, StandardCharsets.UTF_8), header.batchOffset()),
                HexFormat.of().formatHex(state),
                HexFormat.of().formatHex(events));
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }
}
