package org.gavel.exchange.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.gavel.exchange.journal.Durability;
import org.gavel.exchange.journal.JournalTail;
import org.gavel.exchange.journal.OlderPart;
import org.gavel.exchange.snapshot.KeptViews;
import org.gavel.exchange.snapshot.SecondEngine;
import org.gavel.exchange.snapshot.SnapshotHeader;
import org.gavel.exchange.snapshot.Snapshots;
import org.gavel.protocol.codec.json.Sealer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a node does beside its market, each on a thread of its own: a second engine that follows the journal and takes
 * the snapshots, another that keeps the views beside them, and after a start from a snapshot the proof of the journal's older part. Whatever the first or the last finds wrong
 * stops the node.
 */
final class Background implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Background.class);
    private static final long LONGEST_WAIT_NANOS = 50_000_000;

    private final Consumer<Throwable> onFault;
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running = true;
    private volatile long acknowledged;

    private Background(Consumer<Throwable> onFault) {
        this.onFault = onFault;
    }

    /** Prepared while nothing is applied yet: the second engine begins as a copy of the first. */
    static Background of(
            Foundation foundation, ExchangeSettings settings, KeptViews views, Consumer<Throwable> onFault) {
        Background background = new Background(onFault);
        if (settings.durability() != Durability.MEMORY) {
            background.prepare(foundation, settings, views);
        }
        return background;
    }

    private void prepare(Foundation foundation, ExchangeSettings settings, KeptViews views) {
        Path data = settings.dataDirectory();
        if (settings.snapshots().every() > 0) {
            SecondEngine second = secondEngine(foundation, settings, data);
            threads.add(new Thread(() -> guarded(() -> follow(second)), "gavel-snapshots"));
            threads.add(new Thread(() -> guarded(() -> keep(views, second, foundation.snapshot())), "gavel-views"));
        }
        foundation
                .snapshot()
                .ifPresent(from -> threads.add(new Thread(() -> guarded(() -> prove(data, from)), "gavel-older-part")));
        threads.forEach(thread -> thread.setDaemon(true));
    }

    private static SecondEngine secondEngine(Foundation foundation, ExchangeSettings settings, Path data) {
        Sealer sealer = settings.sealer();
        JournalTail tail = JournalTail.behind(data, foundation.end());
        long taken = foundation.snapshot().map(SnapshotHeader::sequence).orElse(0L);
        try {
            return SecondEngine.beside(
                    foundation.host(), sealer, tail, Snapshots.of(data), settings.snapshots(), taken);
        } catch (IOException e) {
            throw new UncheckedIOException("the snapshots of " + data + " could not be prepared", e);
        }
    }

    void start() {
        threads.forEach(Thread::start);
    }

    /** Everything up to this record is durable, told and published; from one thread after another, cheap. */
    void acknowledged(long sequence) {
        acknowledged = sequence;
    }

    long acknowledged() {
        return acknowledged;
    }

    private void follow(SecondEngine engine) throws IOException {
        try (engine) {
            while (running) {
                if (!engine.follow(acknowledged)) {
                    LockSupport.parkNanos(LONGEST_WAIT_NANOS);
                }
            }
        }
    }

    /** Beside the snapshot of the start and each that follows; where several came meanwhile, beside the newest. */
    private void keep(KeptViews views, SecondEngine engine, Optional<SnapshotHeader> from) {
        while (running) {
            engine.newest().or(() -> from).ifPresent(newest -> views.keep(newest, () -> running));
            LockSupport.parkNanos(LONGEST_WAIT_NANOS);
        }
    }

    private void prove(Path data, SnapshotHeader from) throws IOException {
        if (OlderPart.verify(data, from.anchor(), () -> running)) {
            LOG.info("the journal before the snapshot at sequence {} is verified, too", from.sequence());
        }
    }

    /** Work that reads and writes files. */
    @FunctionalInterface
    private interface Work {
        void run() throws IOException;
    }

    private void guarded(Work work) {
        try {
            work.run();
        } catch (Throwable fault) { // Whatever it was, the node must not go on as if nothing were wrong.
            if (running) {
                onFault.accept(fault);
            }
        }
    }

    @Override
    public void close() {
        running = false;
        for (Thread thread : threads) {
            LockSupport.unpark(thread);
            if (thread != Thread.currentThread()) {
                join(thread);
            }
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
