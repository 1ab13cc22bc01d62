package org.gavel.bench.core;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import org.gavel.bench.book.OrderStream;

/**
 * One core in one JVM. Without rates it is sent the stream as fast as it takes it, so many times, each to a core just
 * opened; the first half warms up, and what is printed are the medians of nanoseconds a command by the clock and of
 * process CPU. With rates it is sent commands at intended times, and answer times count from those.
 */
final class CoreRun {
    /** Commands of the stream about orders that are gone by then: both cores refuse the same number. */
    static final long REFUSALS = 2_243;

    private static final long TRADES = 39_730;

    /** The exit code of a run that did not come to its end: exchange-core now and then stands still as it starts. */
    static final int STUCK = 3;

    private static final int MOST_SECONDS_A_PASS = 30;
    private static final int SECONDS_A_RATE = 3;
    private static final long NANOS_A_SECOND = 1_000_000_000L;
    private static final long PARK_NANOS = 60_000;
    private static final long SETTLED_NANOS = 300_000_000;
    private static final long HIGHEST_NANOS = 100 * NANOS_A_SECOND;

    private static final AtomicInteger BEGUN = new AtomicInteger();

    private final AtomicLong answers = new AtomicLong();

    /** The commands that were refused, each by its place in the stream. */
    private final BitSet refused = new BitSet();

    private CoreRun() {}

    /** Arguments: core, {@code memory} or {@code disk}, folder, stream, passes, and rates for an open loop. */
    public static void main(String[] args) {
        try {
            run(args);
            System.exit(0); // exchange-core leaves threads behind.
        } catch (IOException | RuntimeException e) {
            e.printStackTrace();
            System.exit(1);
        }
    }

    private static void run(String[] args) throws IOException {
        OrderStream stream = OrderStream.read(Path.of(args[3]));
        boolean isOpenLoop = args.length > 5;
        int passes = Integer.parseInt(args[4]);
        BitSet refused = new BitSet();
        long[][] costs = new long[2][passes];
        for (int pass = 0; pass < passes; pass++) {
            CoreRun run = new CoreRun();
            long[] cost = run.atOnce(core(args[0], isOpenLoop), stream, journal(args, pass));
            refused = run.refused;
            costs[0][pass] = cost[0];
            costs[1][pass] = cost[1];
        }
        for (int i = 5; i < args.length; i++) {
            int rate = Integer.parseInt(args[i]);
            CoreRun run = new CoreRun();
            run.paced(core(args[0], true), stream, journal(args, passes + i), rate);
            run.requireRefused(refused);
        }
        if (!isOpenLoop) {
            System.out.println(median(costs[0]) + " " + median(costs[1]));
        }
    }

    /** Opens a core for a pass, and ends the run where the pass does not end. */
    private static Core core(String name, boolean eager) {
        int pass = BEGUN.incrementAndGet();
        CompletableFuture.delayedExecutor(MOST_SECONDS_A_PASS, TimeUnit.SECONDS).execute(() -> {
            if (BEGUN.get() == pass) {
                Runtime.getRuntime().halt(STUCK);
            }
        });
        return switch (name) {
            case "gavel" -> new GavelCore();
            case "exchange-core" -> new ExchangeCoreCore(eager);
            default -> throw new IllegalArgumentException("unknown core: " + name);
        };
    }

    private static Optional<Path> journal(String[] args, int pass) throws IOException {
        if (args[1].equals("memory")) {
            return Optional.empty();
        }
        Path folder = Path.of(args[2], "pass" + pass);
        Files.createDirectories(folder);
        return Optional.of(folder);
    }

    private static long median(long[] values) {
        long[] counted = Arrays.copyOfRange(values, values.length / 2, values.length);
        Arrays.sort(counted);
        return counted[counted.length / 2];
    }

    private void count(boolean accepted) {
        if (!accepted) {
            refused.set((int) answers.getPlain());
        }
        answers.lazySet(answers.getPlain() + 1); // One thread at a time counts.
    }

    private long[] atOnce(Core core, OrderStream stream, Optional<Path> journal) {
        core.open(stream, journal, this::count);
        settle();
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long cpu = system.getProcessCpuTime();
        long start = System.nanoTime();
        for (int at = 0; at < stream.size(); at++) {
            core.send(at);
        }
        await(stream.size());
        long[] cost = {(System.nanoTime() - start) / stream.size(), (system.getProcessCpuTime() - cpu) / stream.size()};
        requireWhole(core);
        finish(core, journal);
        return cost;
    }

    /** Until what opening left to the collector and the compiler is done, so that neither is counted as the core's. */
    private static void settle() {
        System.gc();
        CompilationMXBean compiler = ManagementFactory.getCompilationMXBean();
        long before;
        do {
            before = compiler.getTotalCompilationTime();
            LockSupport.parkNanos(SETTLED_NANOS);
        } while (compiler.getTotalCompilationTime() != before);
    }

    private void paced(Core core, OrderStream stream, Optional<Path> journal, int rate) {
        int count = Math.min(stream.size(), rate * SECONDS_A_RATE);
        long[] intended = new long[count];
        Histogram times = new Histogram(HIGHEST_NANOS, 3);
        core.open(stream, journal, accepted -> {
            times.recordValue(Math.max(0, System.nanoTime() - intended[(int) answers.get()]));
            count(accepted);
        });
        long start = System.nanoTime() + NANOS_A_SECOND / 100;
        for (int at = 0; at < count; at++) {
            intended[at] = start + at * NANOS_A_SECOND / rate;
        }
        for (int at = 0; at < count; at++) {
            waitUntil(intended[at]);
            core.send(at);
        }
        await(count);
        long achieved = count * NANOS_A_SECOND / (System.nanoTime() - start);
        finish(core, journal);
        System.out.printf(
                "%d/s offered, %d/s answered, %d of %d refused; p50 %.3f, p90 %.3f, p99 %.3f, p99.9 %.3f, most %.3f ms%n",
                rate,
                achieved,
                refused.cardinality(),
                count,
                millis(times.getValueAtPercentile(50)),
                millis(times.getValueAtPercentile(90)),
                millis(times.getValueAtPercentile(99)),
                millis(times.getValueAtPercentile(99.9)),
                millis(times.getMaxValue()));
    }

    private static double millis(long nanos) {
        return nanos / 1e6;
    }

    private static void waitUntil(long time) {
        for (long left = time - System.nanoTime(); left > 0; left = time - System.nanoTime()) {
            if (left > 2 * PARK_NANOS) {
                LockSupport.parkNanos(PARK_NANOS);
            } else {
                Thread.onSpinWait();
            }
        }
    }

    private void await(long count) {
        while (answers.get() < count) {
            LockSupport.parkNanos(PARK_NANOS);
        }
    }

    private void requireWhole(Core core) {
        long trades = core.trades();
        if (refused.cardinality() != REFUSALS || trades != TRADES) {
            throw new IllegalStateException(refused.cardinality() + " commands were refused instead of " + REFUSALS
                    + ", and " + trades + " trades made instead of " + TRADES);
        }
    }

    /** At intended times the same commands of the stream's beginning are refused as at once. */
    private void requireRefused(BitSet atOnce) {
        BitSet expected = atOnce.get(0, (int) answers.get());
        if (!refused.equals(expected)) {
            throw new IllegalStateException(refused.cardinality() + " commands were refused, and "
                    + expected.cardinality() + " are where they are sent at once, or they are others");
        }
    }

    private static void finish(Core core, Optional<Path> journal) {
        core.close();
        journal.ifPresent(CoreRun::delete);
    }

    static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
