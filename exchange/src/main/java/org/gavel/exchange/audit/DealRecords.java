package org.gavel.exchange.audit;

import java.util.Set;
import java.util.TreeSet;
import org.gavel.protocol.event.Event;
import org.gavel.protocol.event.SaleMade;

/**
 * Which records are about a lot or a deal, the sales made from it included, which are lots of their own. Takes every
 * record of a course in order; single-threaded.
 */
public final class DealRecords {
    private final Set<Integer> numbers = new TreeSet<>();
    private final int deal;

    /** @param deal the number of a deal, or of a lot, from which nothing is sold */
    public DealRecords(int deal) {
        this.deal = deal;
        numbers.add(deal);
    }

    /** Takes in the next record and answers whether it is about them. */
    public boolean take(AuditedRecord record) {
        for (Event event : record.events()) {
            if (event instanceof SaleMade sale && sale.offer() == deal) {
                numbers.add(sale.lot());
            }
        }
        return record.lots().stream().anyMatch(numbers::contains);
    }

    /** Whether this number is the deal's or one of its sales'. */
    public boolean has(int lot) {
        return numbers.contains(lot);
    }
}
