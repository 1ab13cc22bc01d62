package org.gavel.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.agrona.concurrent.UnsafeBuffer;
import org.gavel.exchange.journal.ChronicleJournal;
import org.gavel.exchange.journal.Durability;
import org.gavel.exchange.journal.Journal;
import org.gavel.exchange.journal.JournalPosition;
import org.gavel.exchange.journal.envelope.BatchBuffer;
import org.gavel.exchange.journal.envelope.LogSettings;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** What one group commit costs until it may be acknowledged: records of 120 bytes, chain, force and watermark. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 3)
public class AppendBenchmark {
    private static final int BODY_BYTES = 120;

    @Param({"DISK", "PROCESS"})
    private Durability durability;

    @Param({"1", "16", "256"})
    private int batchRecords;

    private final UnsafeBuffer body = new UnsafeBuffer(new byte[BODY_BYTES]);
    private final BatchBuffer batch = new BatchBuffer();
    private Path directory;
    private Journal journal;
    private long sequence;

    @Setup
    public void open() throws IOException {
        directory = Files.createTempDirectory(Path.of("").toAbsolutePath(), "append-bench");
        journal = ChronicleJournal.open(directory, JournalPosition.START, durability, LogSettings.daily());
    }

    @TearDown
    public void close() throws IOException {
        journal.close();
        List<Path> written;
        try (Stream<Path> paths = Files.walk(directory)) {
            written = paths.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : written) {
            Files.delete(path);
        }
    }

    @Benchmark
    public long append() {
        batch.begin();
        for (int i = 0; i < batchRecords; i++) {
            batch.add(++sequence, sequence, body, 0, BODY_BYTES);
        }
        journal.append(batch);
        return sequence;
    }
}
