package org.gavel.gateway.throttle;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SnapshotBudgetsTest {
    private static final long SECOND = 1_000_000_000L;
    private static final int ALL = SnapshotBudget.RATE.burst() * SnapshotBudget.UNIT;

    private final SnapshotBudgets budgets = new SnapshotBudgets();

    @Test
    void givesTheOneThatGoesBeyondAndThenNoneUntilItIsPaidFor() {
        SnapshotBudget budget = budgets.of("somebody", 0);
        budget.spend(ALL - SnapshotBudget.UNIT);
        assertTrue(budget.allows(0));
        budget.spend(SnapshotBudget.RATE.perSecond() * SnapshotBudget.UNIT);
        assertFalse(budget.allows(SECOND - 1));
        assertTrue(budget.allows(SECOND));
    }

    @Test
    void whatIsShorterThanAUnitIsFree() {
        SnapshotBudget budget = budgets.of("somebody", 0);
        budget.spend(ALL - SnapshotBudget.UNIT);
        for (int i = 0; i < 10; i++) {
            budget.spend(SnapshotBudget.UNIT - 1);
        }
        assertTrue(budget.allows(0));
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
