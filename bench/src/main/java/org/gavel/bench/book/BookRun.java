package org.gavel.bench.book;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * One book in one JVM: plays the stream so many times, forgets the first half as warm-up, and prints the medians of
 * thread CPU, process CPU and wall time in picoseconds a command, then the tally, which must be the same every time.
 */
final class BookRun {
    private static final int PICOS = 1_000;

    private BookRun() {}

    /** Arguments: book, file, iterations. */
    public static void main(String[] args) throws IOException {
        OrderStream stream = OrderStream.read(Path.of(args[1]));
        int iterations = Integer.parseInt(args[2]);
        int warm = iterations / 2;
        long[][] costs = new long[3][iterations - warm];
        Contender contender = contender(args[0]);
        String seen = "";
        for (int i = 0; i < iterations; i++) {
            Tally tally = new Tally();
            contender.prepare(stream);
            long[] before = clocks();
            contender.play(stream, tally);
            long[] after = clocks();
            for (int clock = 0; i >= warm && clock < costs.length; clock++) {
                costs[clock][i - warm] = (after[clock] - before[clock]) * PICOS / stream.size();
            }
            contender.show(tally);
            if (!seen.isEmpty() && !seen.equals(tally.toString())) {
                throw new IllegalStateException(seen + " became " + tally);
            }
            seen = tally.toString();
        }
        System.out.println("%d %d %d %s".formatted(median(costs[0]), median(costs[1]), median(costs[2]), seen));
    }

    private static Contender contender(String name) {
        return switch (name) {
            case "gavel" -> new GavelBook();
            case "exchange-core" -> new ExchangeCoreBook();
            case "parity" -> new ParityBook();
            default -> throw new IllegalArgumentException("unknown book: " + name);
        };
    }

    private static long[] clocks() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return new long[] {threads.getCurrentThreadCpuTime(), system.getProcessCpuTime(), System.nanoTime()};
    }

    static long median(long[] values) {
        long[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
