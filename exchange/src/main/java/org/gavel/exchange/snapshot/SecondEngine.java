package org.gavel.exchange.snapshot;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Optional;
import org.agrona.DirectBuffer;
import org.gavel.exchange.engine.Market;
import org.gavel.exchange.host.EngineHost;
import org.gavel.exchange.host.HostMark;
import org.gavel.exchange.journal.JournalTail;
import org.gavel.exchange.snapshot.graph.GraphReader;
import org.gavel.exchange.snapshot.graph.GraphWriter;
import org.gavel.protocol.codec.json.Sealer;
import org.gavel.protocol.command.StateDigest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A second engine that applies the same journal behind the first, so that the market never waits for a snapshot. Its
 * digests are compared with those the first one journaled: a difference throws. A snapshot gets its name only when the
 * first engine's own digest has confirmed the state, and after it was read back from the disk and gave that state
 * again. For one thread.
 */
public final class SecondEngine implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SecondEngine.class);

    private final EngineHost host;
    private final JournalTail tail;
    private final Snapshots snapshots;
    private final SnapshotRule rule;
    private long takenAt;
    private Optional<Unconfirmed> unconfirmed = Optional.empty();
    private volatile Optional<SnapshotHeader> newest = Optional.empty();

    /** A snapshot on the disk that waits for the first engine's digest. */
    private record Unconfirmed(Path file, SnapshotHeader header, long digests) {}

    private SecondEngine(EngineHost host, JournalTail tail, Snapshots snapshots, SnapshotRule rule, long takenAt) {
        this.host = host;
        this.tail = tail;
        this.snapshots = snapshots;
        this.rule = rule;
        this.takenAt = takenAt;
    }

    /**
     * A copy of the first engine as it is now, which must not be applying anything meanwhile.
     *
     * @param tail behind which its last command lies
     * @param takenAt the sequence of the newest snapshot there is, 0 for none
     */
    public static SecondEngine beside(
            EngineHost first, Sealer sealer, JournalTail tail, Snapshots snapshots, SnapshotRule rule, long takenAt)
            throws IOException {
        ArrayDeque<ByteBuffer> blocks = new ArrayDeque<>();
        GraphWriter.write(block -> blocks.add(copy(block)), first.market(), first.mark());
        GraphReader graph = new GraphReader(blocks::remove);
        Market market = new Market();
        graph.into(market);
        HostMark mark = (HostMark) graph.next();
        EngineHost host = new EngineHost(market, sealer, first.events().beside(SecondEngine::nobody), mark);
        snapshots.removeUnfinished();
        return new SecondEngine(host, tail, snapshots, rule, takenAt);
    }

    private static ByteBuffer copy(ByteBuffer block) {
        return ByteBuffer.allocate(block.remaining()).put(block).flip();
    }

    private static void nobody(long ordinal, long timestamp, DirectBuffer body, int offset, int length) {
        // The first engine has written these events already.
    }

    /**
     * Applies the next batch that is acknowledged; answers whether there was one.
     *
     * @throws org.gavel.exchange.host.DigestMismatch where this engine came to another state than the first
     */
    public boolean follow(long acknowledged) throws IOException {
        return tail.poll(acknowledged, this::apply);
    }

    private void apply(long sequence, long timestamp, DirectBuffer buffer, int offset, int length) {
        host.onRecord(sequence, timestamp, buffer, offset, length);
        try {
            confirm();
            Optional<StateDigest> digest = host.newestDigest();
            boolean isDigest = digest.isPresent() && digest.get().sequence() == sequence;
            if (isDigest && rule.isDue(sequence, takenAt)) {
                take(digest.get());
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("a snapshot at sequence " + sequence + " could not be written", e);
        }
    }

    private void take(StateDigest digest) throws IOException {
        discard();
        takenAt = digest.sequence();
        Path file = snapshots.begin(takenAt);
        SnapshotHeader header = SnapshotFile.write(file, host, digest, tail.anchor(takenAt));
        long confirmedBy = host.digestsMatched() + host.mark().waiting().size();
        unconfirmed = Optional.of(new Unconfirmed(file, header, confirmedBy));
    }

    private void confirm() throws IOException {
        if (unconfirmed.isEmpty() || host.digestsMatched() < unconfirmed.get().digests) {
            return;
        }
        Unconfirmed written = unconfirmed.get();
        unconfirmed = Optional.empty();
        try {
            SnapshotFile.read(written.file);
        } catch (SnapshotRefusal refusal) {
            throw new IllegalStateException("a snapshot just written cannot be read back: " + refusal.getMessage());
        }
        Path published = snapshots.publish(written.file, written.header.sequence(), rule.kept());
        newest = Optional.of(written.header);
        LOG.info("snapshot {}", published);
    }

    private void discard() throws IOException {
        if (unconfirmed.isPresent()) {
            Files.deleteIfExists(unconfirmed.get().file);
            unconfirmed = Optional.empty();
        }
    }

    /** The newest snapshot it has published; from any thread. */
    public Optional<SnapshotHeader> newest() {
        return newest;
    }

    /** The sequence of the last record applied. */
    public long sequence() {
        return host.market().sequence();
    }

    /** Lets go of what is not confirmed. */
    @Override
    public void close() throws IOException {
        discard();
        tail.close();
    }
}
