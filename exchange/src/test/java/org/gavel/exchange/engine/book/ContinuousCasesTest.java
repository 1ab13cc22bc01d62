package org.gavel.exchange.engine.book;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Worked single steps of continuous trading, market orders against market orders among them. */
class ContinuousCasesTest {
    private static final long INCOMING = 1_000;

    @Test
    void tradesAsEveryCaseWithLimitAndMarketOrdersSays() throws IOException {
        int compared = 0;
        JsonNode cases = new ObjectMapper()
                .readTree(TradedUnits.reference("continuous_cases.json").toFile());
        for (JsonNode each : cases) {
            boolean known = each.findValuesAsText("type").stream().allMatch(List.of("LIMIT", "MARKET")::contains);
            if (known) {
                compare(each);
                compared++;
            }
        }
        assertEquals(9, compared);
    }

    private static void compare(JsonNode each) {
        String id = each.get("id").asText();
        TradedUnits units = new TradedUnits().limits(1, 10_000).rich(1).rich(2);
        units.book.reference(each.get("reference_price").asLong());
        long number = 0;
        for (JsonNode order : each.get("book")) {
            units.place(order(units, number++, order));
        }
        List<String> expected = new ArrayList<>();
        for (JsonNode trade : each.get("expect").get("trades")) {
            expected.add("traded %s@%s maker #%s of 1 taker #%d of 2"
                    .formatted(
                            trade.get("qty").asText(),
                            trade.get("price").asText(),
                            trade.get("maker").asText(),
                            INCOMING));
        }
        List<String> trades = units.place(order(units, INCOMING, each.get("incoming"))).stream()
                .filter(line -> line.startsWith("traded"))
                .map(line -> line.substring(0, line.length() - 2))
                .toList();
        assertEquals(expected, trades, id);
        JsonNode rests = each.get("expect").get("incoming_rests");
        if (!rests.isNull()) {
            assertEquals(rests.asBoolean(), units.store.find(INCOMING) >= 0, id);
        }
    }

    private static NewOrder order(TradedUnits units, long number, JsonNode order) {
        boolean buys = order.get("side").asText().equals("BUY");
        int participant = number == INCOMING ? 2 : 1;
        long quantity = order.get("qty").asLong();
        return order.get("type").asText().equals("MARKET")
                ? units.in.market(number, participant, buys, quantity)
                : units.in.limit(number, participant, buys, order.get("price").asLong(), quantity);
    }
}
