package org.gavel.exchange.engine.account;

import java.util.Map;
import java.util.TreeMap;
import org.gavel.exchange.engine.state.StateWriter;

/** A participant's deposit account: free and held fen, and units of divisible rights. Nothing in it is negative. */
public final class Account {
    private final int participant;
    private final String identityHash;
    private final TreeMap<String, Long> units = new TreeMap<>();
    private long free;
    private long held;

    Account(int participant, String identityHash) {
        this.participant = participant;
        this.identityHash = identityHash;
    }

    public int participant() {
        return participant;
    }

    /** Fen that back nothing. */
    public long free() {
        return free;
    }

    /** Fen held for lots. */
    public long held() {
        return held;
    }

    public long units(String asset) {
        return units.getOrDefault(asset, 0L);
    }

    void credit(long amount) {
        free = Math.addExact(free, amount);
    }

    void withdraw(long amount) {
        free = notNegative(free - amount);
    }

    void hold(long amount) {
        free = notNegative(free - amount);
        held = Math.addExact(held, amount);
    }

    void release(long amount) {
        held = notNegative(held - amount);
        free = Math.addExact(free, amount);
    }

    void forfeit(long amount) {
        held = notNegative(held - amount);
    }

    void creditUnits(String asset, long quantity) {
        units.merge(asset, quantity, Math::addExact);
    }

    private long notNegative(long balance) {
        if (balance < 0) {
            throw new IllegalStateException("account " + participant + " would be negative");
        }
        return balance;
    }

    void writeTo(StateWriter out) {
        out.put(participant).put(identityHash).put(free).put(held).put(units.size());
        for (Map.Entry<String, Long> balance : units.entrySet()) {
            out.put(balance.getKey()).put(balance.getValue());
        }
    }
}
