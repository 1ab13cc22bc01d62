package org.gavel.exchange.snapshot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.agrona.DirectBuffer;
import org.gavel.exchange.host.EngineHost;
import org.gavel.exchange.journal.JournalTail;
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

    private final EngineCopy copy;
    private final JournalTail tail;
    private final Snapshots snapshots;
    private final SnapshotRule rule;
    private Optional<EngineHost> host = Optional.empty();
    private long takenAt;
    private Optional<Unconfirmed> unconfirmed = Optional.empty();
    private volatile Optional<SnapshotHeader> newest = Optional.empty();

    /** A snapshot on the disk that waits for the first engine's digest. */
    private record Unconfirmed(Path file, SnapshotHeader header, long digests) {}

    private SecondEngine(EngineCopy copy, JournalTail tail, Snapshots snapshots, SnapshotRule rule, long takenAt) {
        this.copy = copy;
        this.tail = tail;
        this.snapshots = snapshots;
        this.rule = rule;
        this.takenAt = takenAt;
    }

    /**
     * Beside the first engine as it is now, which must not be applying anything meanwhile. Only a copy is taken here; the
     * second engine is made of it by the thread that {@linkplain #follow follows}.
     *
     * @param tail behind which its last command lies
     * @param takenAt the sequence of the newest snapshot there is, 0 for none
     */
    public static SecondEngine beside(
            EngineHost first, Sealer sealer, JournalTail tail, Snapshots snapshots, SnapshotRule rule, long takenAt)
            throws IOException {
        snapshots.removeUnfinished();
        return new SecondEngine(EngineCopy.of(first, sealer), tail, snapshots, rule, takenAt);
    }

    /**
     * Applies the next batch that is acknowledged; answers whether there was one.
     *
     * @throws org.gavel.exchange.host.DigestMismatch where this engine came to another state than the first
     */
    public boolean follow(long acknowledged) throws IOException {
        host();
        return tail.poll(acknowledged, this::apply);
    }

    /** The engine, made of the copy by the thread that first follows: nobody waits for that at a start. */
    private EngineHost host() throws IOException {
        if (host.isEmpty()) {
            host = Optional.of(copy.make());
        }
        return host.get();
    }

    private void apply(long sequence, long timestamp, DirectBuffer buffer, int offset, int length) {
        EngineHost engine = host.orElseThrow();
        engine.onRecord(sequence, timestamp, buffer, offset, length);
        try {
            confirm(engine);
            Optional<StateDigest> digest = engine.newestDigest();
            boolean isDigest = digest.isPresent() && digest.get().sequence() == sequence;
            if (isDigest && rule.isDue(sequence, takenAt)) {
                take(engine, digest.get());
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("a snapshot at sequence " + sequence + " could not be written", e);
        }
    }

    private void take(EngineHost engine, StateDigest digest) throws IOException {
        discard();
        takenAt = digest.sequence();
        Path file = snapshots.begin(takenAt);
        SnapshotHeader header = SnapshotFile.write(file, engine, digest, tail.anchor(takenAt));
        long confirmedBy = engine.digestsMatched() + engine.mark().waiting().size();
        unconfirmed = Optional.of(new Unconfirmed(file, header, confirmedBy));
    }

    private void confirm(EngineHost engine) throws IOException {
        if (unconfirmed.isEmpty() || engine.digestsMatched() < unconfirmed.get().digests) {
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
        return host.map(engine -> engine.market().sequence()).orElse(copy.sequence());
    }

    /** Lets go of what is not confirmed. */
    @Override
    public void close() throws IOException {
        discard();
        tail.close();
    }
}
