package org.gavel.ops.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Worked call auctions and steps of continuous trading through lines of the simulation, as docs/simulate.md maps them. */
class WorkedCasesLinesTest {
    private static final long CROSS_AT = 1_000_000;

    /** Their rule is not ours, and a tie decides: several prices leave 30 units to sell. */
    private static final List<String> DECIDED_BY_A_TIE = List.of("bnb-5.2", "bnb-5.4");

    private static final List<String> KNOWN = List.of("LIMIT", "MARKET");

    private static JsonNode cases(String file) throws IOException {
        return new ObjectMapper().readTree(LineBook.reference(file).toFile());
    }

    private static boolean isKnown(JsonNode each) {
        return KNOWN.containsAll(each.findValuesAsText("type"));
    }

    /** Some prices have a tick of 0.2: they are counted in tenths. */
    private static long tenths(JsonNode price) {
        return price == null || price.isNull()
                ? 0
                : price.decimalValue().movePointRight(1).longValueExact();
    }

    private static boolean isBuy(JsonNode order) {
        return order.get("side").asText().equals("BUY");
    }

    @Test
    void crossesEveryCallAtThePriceAndVolumeOfItsCase() throws IOException {
        int compared = 0;
        for (JsonNode each : cases("call_auction_cases.json")) {
            if (isKnown(each) && !DECIDED_BY_A_TIE.contains(each.get("id").asText())) {
                compareCall(each);
                compared++;
            }
        }
        assertEquals(11, compared);
    }

    private static void compareCall(JsonNode each) {
        String id = each.get("id").asText();
        LineBook book = new LineBook().rich(1).rich(2).open(1_000_000, tenths(each.get("reference_price")), CROSS_AT);
        int number = 0;
        for (JsonNode order : each.get("orders")) {
            int by = isBuy(order) ? 1 : 2;
            book.place(
                    "o" + number++,
                    by,
                    isBuy(order),
                    tenths(order.get("price")),
                    order.get("qty").asLong(),
                    "GTC");
        }
        List<ObjectNode> happened = book.passTo(CROSS_AT);
        List<ObjectNode> crossed = LineBook.of("BookCrossed", happened);
        JsonNode expected = each.get("expect");
        assertEquals(1, crossed.size(), id);
        assertEquals(tenths(expected.get("price")), crossed.get(0).get("price").asLong(), id);
        long volume = LineBook.of("OrdersTraded", happened).stream()
                .mapToLong(trade -> trade.get("quantity").asLong())
                .sum();
        assertEquals(volume, crossed.get(0).get("volume").asLong(), id);
        assertEquals(expected.path("volume").asLong(volume), volume, id);
        long imbalance = crossed.get(0).get("imbalance").asLong();
        if (expected.has("surplus")) {
            boolean sells = expected.get("surplus_side").asText().equals("SELL");
            long surplus = expected.get("surplus").asLong();
            assertEquals(sells ? -surplus : surplus, imbalance, id);
        }
        assertEquals(expected.path("imbalance").asLong(imbalance), imbalance, id);
    }

    @Test
    void tradesAsEveryContinuousCaseSays() throws IOException {
        int compared = 0;
        for (JsonNode each : cases("continuous_cases.json")) {
            if (isKnown(each)) {
                compareStep(each);
                compared++;
            }
        }
        assertEquals(9, compared);
    }

    private static void compareStep(JsonNode each) {
        String id = each.get("id").asText();
        LineBook book = new LineBook()
                .rich(1)
                .rich(2)
                .open(10_000, each.get("reference_price").asLong(), 0);
        int number = 0;
        for (JsonNode order : each.get("book")) {
            place(book, "b" + number++, 1, order);
        }
        List<ObjectNode> trades = LineBook.of("OrdersTraded", place(book, "in", 2, each.get("incoming")));
        JsonNode expected = each.get("expect").get("trades");
        assertEquals(expected.size(), trades.size(), id);
        for (int i = 0; i < trades.size(); i++) {
            ObjectNode trade = trades.get(i);
            long maker = trade.get(isBuy(each.get("incoming")) ? "sellOrder" : "buyOrder")
                    .asLong();
            assertEquals(
                    expected.get(i).get("price").asText(), trade.get("price").asText(), id);
            assertEquals(
                    expected.get(i).get("qty").asText(), trade.get("quantity").asText(), id);
            assertEquals("b" + expected.get(i).get("maker").asText(), book.cidOf(maker), id);
        }
        JsonNode rests = each.get("expect").get("incoming_rests");
        if (!rests.isNull()) {
            assertEquals(rests.asBoolean(), book.rests("in"), id);
        }
    }

    private static List<ObjectNode> place(LineBook book, String cid, int by, JsonNode order) {
        return book.place(
                cid,
                by,
                isBuy(order),
                order.path("price").asLong(),
                order.get("qty").asLong(),
                "GTC");
    }
}
