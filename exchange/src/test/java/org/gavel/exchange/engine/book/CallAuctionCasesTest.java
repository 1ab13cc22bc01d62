package org.gavel.exchange.engine.book;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Worked call auctions of three venues. Those of other rules than ours hold where no tie decides: not
 * {@code bnb-5.2} and {@code bnb-5.4}, where several prices leave 30 units to sell, and their rule takes the band in.
 */
class CallAuctionCasesTest {
    private static final List<String> DECIDED_BY_A_TIE = List.of("bnb-5.2", "bnb-5.4");

    @Test
    void findsThePriceAndVolumeOfEveryCase() throws IOException {
        int compared = 0;
        JsonNode cases = new ObjectMapper()
                .readTree(TradedUnits.reference("call_auction_cases.json").toFile());
        for (JsonNode each : cases) {
            boolean known = each.findValuesAsText("type").stream().allMatch(List.of("LIMIT", "MARKET")::contains);
            if (known && !DECIDED_BY_A_TIE.contains(each.get("id").asText())) {
                compare(each);
                compared++;
            }
        }
        assertEquals(11, compared);
    }

    /** Prices with a tick of 0.2 are counted in tenths. */
    private static void compare(JsonNode each) {
        String id = each.get("id").asText();
        TradedUnits units = new TradedUnits().limits(1, 1_000_000).rich(1).rich(2);
        units.book.reference(tenths(each.get("reference_price")));
        units.call();
        long number = 0;
        for (JsonNode order : each.get("orders")) {
            boolean buys = order.get("side").asText().equals("BUY");
            long quantity = order.get("qty").asLong();
            number++;
            units.place(
                    order.get("type").asText().equals("MARKET")
                            ? units.in.market(number, buys ? 1 : 2, buys, quantity)
                            : units.in.limit(number, buys ? 1 : 2, buys, tenths(order.get("price")), quantity));
        }
        JsonNode expected = each.get("expect");
        units.auction.find(units.book);
        assertEquals(tenths(expected.get("price")), units.auction.price(), id);
        assertEquals(expected.path("volume").asLong(units.auction.volume()), units.auction.volume(), id);
        if (expected.has("surplus")) {
            long surplus = expected.get("surplus").asLong();
            boolean sells = expected.get("surplus_side").asText().equals("SELL");
            assertEquals(sells ? -surplus : surplus, units.auction.imbalance(), id);
        }
        if (expected.has("imbalance")) {
            assertEquals(expected.get("imbalance").asLong(), units.auction.imbalance(), id);
        }
        long crossed = units.cross().stream()
                .filter(line -> line.startsWith("crossed"))
                .mapToLong(line -> Long.parseLong(line.split("[ @]", -1)[1]))
                .sum();
        assertEquals(units.auction.volume(), crossed, id);
    }

    private static long tenths(JsonNode price) {
        return price == null || price.isNull()
                ? 0
                : price.decimalValue().movePointRight(1).longValueExact();
    }
}
