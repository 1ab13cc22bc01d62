package org.gavel.gateway.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.concurrent.atomic.AtomicLong;
import org.gavel.gateway.throttle.SnapshotBudget;
import org.gavel.gateway.throttle.SnapshotBudgets;
import org.gavel.gateway.throttle.TooMuch;
import org.junit.jupiter.api.Test;

class ListedMarketTest {
    private static final int COST = 64;
    private static final String PAGE = "x".repeat(COST * SnapshotBudget.UNIT);

    private final AtomicLong nanos = new AtomicLong();
    private final AtomicLong made = new AtomicLong();
    private final SnapshotBudgets budgets = new SnapshotBudgets();
    private final ListedMarket market = new ListedMarket(this::page, budgets, nanos::get);

    private String page(int after) {
        made.addAndGet(1);
        return after + PAGE;
    }

    @Test
    void givesAnAddressNoMoreThanItsShareOverHttpAndWebSocketsTogether() {
        budgets.of("a hall", 0).spend(COST * SnapshotBudget.UNIT);
        int given = SnapshotBudget.RATE.burst() / COST - 1;
        for (int i = 0; i < given; i++) {
            assertFalse(market.page(0, "a hall").isEmpty());
        }
        TooMuch refused = assertThrows(TooMuch.class, () -> market.page(0, "a hall"));
        assertEquals(1, refused.waitSeconds(), "the part of a second that one unit takes");
        assertEquals(given, made.get(), "what is refused is not made");
        assertFalse(market.page(0, "another hall").isEmpty());

        nanos.set(1_000_000_000L);
        assertFalse(market.page(7, "a hall").isEmpty());
    }
}
