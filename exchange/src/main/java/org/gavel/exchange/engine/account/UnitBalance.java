package org.gavel.exchange.engine.account;

/** What an account has of one divisible right: units that back nothing, and units held for orders. Never negative. */
public final class UnitBalance {
    private long free;
    private long held;

    UnitBalance() {}

    public long free() {
        return free;
    }

    public long held() {
        return held;
    }

    public long total() {
        return free + held;
    }

    void credit(long quantity) {
        free = Math.addExact(free, quantity);
    }

    /** Holds units; frees them where the quantity is negative. */
    void hold(long quantity) {
        free = notNegative(free - quantity);
        held = notNegative(held + quantity);
    }

    void deliver(long quantity) {
        held = notNegative(held - quantity);
    }

    private static long notNegative(long balance) {
        if (balance < 0) {
            throw new IllegalStateException("a balance of units would be negative");
        }
        return balance;
    }
}
