package org.gavel.bench.core;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.gavel.bench.book.OrderStream;
import org.gavel.exchange.engine.Market;
import org.gavel.exchange.eventlog.EventRecorder;
import org.gavel.exchange.host.EngineHost;
import org.gavel.exchange.journal.JournalReader;
import org.gavel.exchange.journal.envelope.RecordConsumer;
import org.gavel.protocol.codec.json.Sealer;

/**
 * How fast a journal is replayed: read from its files, every checksum and hash verified, applied to a market, its events
 * encoded and hashed as digests need them. {@code make STREAM DIR} writes the stream's journal; {@code run DIR ROUNDS}
 * reads any data directory's, each round to a market of its own, first verifying only, then applying too.
 */
final class ReplayRun {
    private static final long PARK_NANOS = 1_000_000;
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private ReplayRun() {}

    public static void main(String[] args) throws IOException {
        if (args[0].equals("make")) {
            make(OrderStream.read(Path.of(args[1])), Path.of(args[2]));
            return;
        }
        for (int round = 0; round < Integer.parseInt(args[2]); round++) {
            measure("verified", Path.of(args[1]), (sequence, time, buffer, offset, length) -> {});
        }
        for (int round = 0; round < Integer.parseInt(args[2]); round++) {
            EventRecorder nowhere = new EventRecorder((ordinal, time, body, offset, length) -> {});
            measure("verified and applied", Path.of(args[1]), new EngineHost(new Market(), Sealer.NONE, nowhere));
        }
    }

    private static void make(OrderStream stream, Path data) {
        AtomicLong answers = new AtomicLong();
        AtomicLong refusals = new AtomicLong();
        try (GavelCore core = new GavelCore()) {
            core.open(stream, Optional.of(data), accepted -> {
                refusals.addAndGet(accepted ? 0 : 1);
                answers.incrementAndGet();
            });
            for (int at = 0; at < stream.size(); at++) {
                core.send(at);
            }
            while (answers.get() < stream.size()) {
                LockSupport.parkNanos(PARK_NANOS);
            }
        }
        if (refusals.get() != CoreRun.REFUSALS) {
            throw new IllegalStateException(refusals.get() + " commands were refused instead of " + CoreRun.REFUSALS);
        }
    }

    private static void measure(String what, Path data, RecordConsumer consumer) {
        long cpu = SYSTEM.getProcessCpuTime();
        long start = System.nanoTime();
        long records = JournalReader.read(data, consumer).records();
        long nanos = System.nanoTime() - start;
        System.out.printf(
                "%s: %,d commands, %,d a second, process CPU %d ns a command%n",
                what, records, records * 1_000_000_000L / nanos, (SYSTEM.getProcessCpuTime() - cpu) / records);
    }
}
