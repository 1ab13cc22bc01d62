package org.gavel.exchange.engine.book;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Map;
import org.gavel.exchange.audit.AuditedRecord;
import org.gavel.exchange.audit.Balance;
import org.gavel.exchange.audit.MarketAt;
import org.gavel.exchange.audit.Outcome;
import org.gavel.exchange.view.BookOrders.OpenOrder;
import org.gavel.protocol.command.Origin;
import org.gavel.protocol.event.Event;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.Side;

/** What an auditor is told of one book and of the accounts, from all events so far. */
final class AuditedBook {
    private final String asset;
    private final MarketAt market;

    AuditedBook(int book, String asset, List<List<Event>> history) {
        this.asset = asset;
        market = MarketAt.ofBook(book);
        long sequence = 0;
        for (List<Event> events : history) {
            sequence++;
            market.take(new AuditedRecord(
                    sequence,
                    sequence,
                    Origin.VENUE,
                    JsonNodeFactory.instance.objectNode(),
                    Outcome.ACCEPTED,
                    RejectReason.NONE,
                    0,
                    0,
                    events));
        }
    }

    void expect(NaiveBook naive, int participant) {
        Balance money = market.balances().get(participant);
        Balance units = market.units().getOrDefault(participant, Map.of()).get(asset);
        assertEquals(new Balance(naive.freeMoney(participant), naive.heldMoney(participant), 0), money);
        assertEquals(new Balance(naive.freeUnits(participant), naive.heldUnits(participant), 0), units);
        long open = naive.all().stream()
                .filter(order -> order.participant == participant)
                .mapToLong(order -> order.open)
                .sum();
        assertEquals(open, openOf(participant));
    }

    private long openOf(int participant) {
        return open(Side.BUY, participant) + open(Side.SELL, participant);
    }

    private long open(Side side, int participant) {
        return market.orders(side).stream()
                .filter(order -> market.owner(order.order()) == participant)
                .mapToLong(OpenOrder::quantity)
                .sum();
    }
}
