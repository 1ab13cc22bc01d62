package org.gavel.gateway.throttle;

import java.util.LinkedHashMap;
import java.util.Map;

/** The budgets of all who ask, beyond the end of their connections: coming back fills none. Thread-safe. */
public final class SnapshotBudgets {
    /** The most askers remembered; beyond it whoever has not asked for longest is forgotten. */
    static final int MOST = 16_384;

    private final Map<String, SnapshotBudget> budgets = new LinkedHashMap<>(16, 0.75f, true);

    /**
     * The budget of whoever asks; a full one where they are not remembered.
     *
     * @param asker an address, or whom a token speaks for
     */
    public synchronized SnapshotBudget of(String asker, long nowNanos) {
        SnapshotBudget budget = budgets.computeIfAbsent(asker, fresh -> new SnapshotBudget(nowNanos));
        if (budgets.size() > MOST) {
            budgets.remove(budgets.keySet().iterator().next());
        }
        return budget;
    }
}
