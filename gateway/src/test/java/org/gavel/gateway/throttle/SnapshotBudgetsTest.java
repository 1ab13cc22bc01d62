package org.gavel.gateway.throttle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class SnapshotBudgetsTest {
    private static final long SECOND = 1_000_000_000L;
    private static final int ALL = SnapshotBudget.RATE.burst() * SnapshotBudget.UNIT;

    private final SnapshotBudgets budgets = new SnapshotBudgets();

    @Test
    void givesTheOneThatGoesBeyondAndThenNoneUntilItIsPaidFor() {
        SnapshotBudget budget = budgets.of("somebody", 0);
        budget.spend(ALL - SnapshotBudget.UNIT);
        budget.check(0);
        budget.spend(SnapshotBudget.RATE.perSecond() * SnapshotBudget.UNIT);
        assertEquals(1_000, waitMillis(budget, 0));
        assertEquals(1, waitMillis(budget, SECOND - 1));
        budget.check(SECOND);
    }

    private static long waitMillis(SnapshotBudget budget, long now) {
        return assertThrows(TooMuch.class, () -> budget.check(now)).waitMillis();
    }

    @Test
    void whatIsShorterThanAUnitIsFree() {
        SnapshotBudget budget = budgets.of("somebody", 0);
        budget.spend(ALL - SnapshotBudget.UNIT);
        for (int i = 0; i < 10; i++) {
            budget.spend(SnapshotBudget.UNIT - 1);
        }
        budget.check(0);
    }

    @Test
    void remembersNoMoreAskersThanTheBound() {
        SnapshotBudget first = budgets.of("first", 0);
        SnapshotBudget second = budgets.of("second", 0);
        for (int i = 0; i < SnapshotBudgets.MOST - 1; i++) {
            assertSame(first, budgets.of("first", 0), "who goes on asking is not forgotten");
            budgets.of("asker " + i, 0);
        }
        assertNotSame(second, budgets.of("second", 0));
    }
}
