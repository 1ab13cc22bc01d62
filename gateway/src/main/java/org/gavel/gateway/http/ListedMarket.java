package org.gavel.gateway.http;

import java.util.function.IntFunction;
import java.util.function.LongSupplier;
import org.gavel.gateway.throttle.SnapshotBudget;
import org.gavel.gateway.throttle.SnapshotBudgets;
import org.gavel.gateway.throttle.TooMuch;

/**
 * What is listed over HTTP, charged as it is over a WebSocket without a token.
 *
 * @param pages all lots and roadshows as JSON text, from the number behind this one on
 */
public record ListedMarket(IntFunction<String> pages, SnapshotBudgets budgets, LongSupplier nanos) {
    /**
     * The page.
     *
     * @throws TooMuch where too much was asked for from this address
     */
    String page(int after, String address) {
        SnapshotBudget budget = budgets.of(address, nanos.getAsLong());
        budget.check(nanos.getAsLong());
        String page = pages.apply(after);
        budget.spend(page.length());
        return page;
    }
}
