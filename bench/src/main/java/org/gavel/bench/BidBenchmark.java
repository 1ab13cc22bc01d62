package org.gavel.bench;

import java.util.concurrent.TimeUnit;
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
import org.openjdk.jmh.annotations.Warmup;

/**
 * What one accepted bid costs from record bytes to event bytes: encode, decode, idempotency, deposit gate, auction,
 * events and their hash. Compare the rows of one run: the cost must not grow with lots or bidders.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class BidBenchmark {
    @Param({"1x2", "1x10000", "100000x2"})
    private String lotsXBidders;

    private OpenMarket market;

    @Setup
    public void open() {
        String[] sizes = lotsXBidders.split("x", -1);
        market = new OpenMarket(Integer.parseInt(sizes[0]), Integer.parseInt(sizes[1]));
    }

    @Benchmark
    public long acceptedBid() {
        return market.bid();
    }
}
