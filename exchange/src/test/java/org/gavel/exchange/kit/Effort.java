package org.gavel.exchange.kit;

import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * How much a random test runs: its short form, or {@code gavel.effort} times as much (the profile {@code slow}). Every
 * run has a seed of its own; a failure names it, and {@code -Dgavel.seed=N} repeats that run alone.
 */
public final class Effort {
    private static final int TIMES = Integer.getInteger("gavel.effort", 1);

    private Effort() {}

    /** So many, times the effort. */
    public static int times(int runs) {
        return Math.multiplyExact(runs, TIMES);
    }

    /** Runs a test with seed after seed. */
    public static void forSeeds(String test, int runs, Consumer<SplittableRandom> run) {
        Long only = Long.getLong("gavel.seed");
        if (only != null) {
            run.accept(new SplittableRandom(only));
            return;
        }
        long first = System.nanoTime();
        System.out.println(test + ": seeds from " + first + ", " + times(runs) + " runs");
        for (long seed = first; seed < first + times(runs); seed++) {
            try {
                run.accept(new SplittableRandom(seed));
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError(test + " with -Dgavel.seed=" + seed + ": " + e.getMessage(), e);
            }
        }
    }
}
