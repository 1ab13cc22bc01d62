package org.gavel.exchange.engine;

import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/** What an engine's state must never be, for the tests of what refuses it. */
public final class StrangeState {
    private StrangeState() {}

    /** Holds something that is not the engine's. */
    public static final class Foreign {
        private final Thread thread = Thread.currentThread();

        public Thread thread() {
            return thread;
        }
    }

    /** Holds a number that is not exact. */
    public static final class Inexact {
        private final double share = 0.5;

        public double share() {
            return share;
        }
    }

    /** Depends on an order that only a lambda knows. */
    public static final class Ordered {
        private final TreeMap<String, Long> byName = new TreeMap<>(Comparator.reverseOrder());

        public Map<String, Long> byName() {
            return byName;
        }
    }

    /** Is wired by its constructor. */
    public static final class Wired {
        private final Runnable act;

        public Wired(Runnable act) {
            this.act = act;
        }

        public Runnable act() {
            return act;
        }
    }
}
