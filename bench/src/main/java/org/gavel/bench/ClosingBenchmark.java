package org.gavel.bench;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A thousand lots of thirty bidders are awarded: all in one instant, or one after the other. From the tick's bytes to
 * the bytes of the awards and of every deposit that is free again. Compare the rows of one run.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(3)
@Warmup(iterations = 20)
@Measurement(iterations = 20)
public class ClosingBenchmark {
    private static final int LOTS = 1000;
    private static final int BIDDERS = 30;
    private static final Duration OPEN = Duration.ofHours(1);
    private static final Duration APART = Duration.ofMillis(1);

    /** Every lot closes an hour after the opening. */
    @State(Scope.Benchmark)
    public static class Together {
        private OpenMarket market;

        @Setup(Level.Iteration)
        public void open() {
            market = bidding(Duration.ZERO);
        }
    }

    /** The first lot closes an hour after the opening, each other a millisecond after the one before. */
    @State(Scope.Benchmark)
    public static class Apart {
        private OpenMarket market;

        @Setup(Level.Iteration)
        public void open() {
            market = bidding(APART);
        }
    }

    private static OpenMarket bidding(Duration apart) {
        OpenMarket market = new OpenMarket(LOTS, BIDDERS, BIDDERS, OPEN, apart);
        for (int i = 0; i < LOTS; i++) {
            market.bid();
        }
        return market;
    }

    @Benchmark
    public long inOneInstant(Together lots) {
        return lots.market.passTo(OPEN);
    }

    @Benchmark
    public long oneAfterTheOther(Apart lots) {
        long events = 0;
        for (int i = 0; i < LOTS; i++) {
            events = lots.market.passTo(OPEN.plus(APART.multipliedBy(i)));
        }
        return events;
    }
}
