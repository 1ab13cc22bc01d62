package org.gavel.ops.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** Real order flow of one day through lines of the simulation, as docs/simulate.md maps it. */
class LobsterLinesTest {
    private static final int MAKERS = 1;
    private static final int TAKERS = 2;

    private final LineBook book = new LineBook().rich(MAKERS).rich(TAKERS).open(1_000_000_000, 0, 0);
    private final ObjectMapper json = new ObjectMapper();
    private int takers;
    private int filled;
    private int checked;

    @Test
    void fillsADayOfAmazonAsTheExchangeDid() throws IOException {
        try (InputStream packed =
                new GZIPInputStream(Files.newInputStream(LineBook.reference("lobster_amzn.jsonl.gz")))) {
            replay(new BufferedReader(new InputStreamReader(packed, StandardCharsets.UTF_8)));
        }
        assertEquals(6_979, filled);
        assertEquals(55_288, checked);
    }

    @Test
    void sweepsLevelsOfAppleAsTheExchangeDid() throws IOException {
        try (BufferedReader rows = Files.newBufferedReader(LineBook.reference("lobster_aapl.jsonl"))) {
            replay(rows);
        }
        assertEquals(63, filled);
        assertEquals(926, checked);
    }

    private void replay(BufferedReader rows) throws IOException {
        for (String text = rows.readLine(); text != null; text = rows.readLine()) {
            JsonNode row = json.readTree(text);
            switch (row.get("op").asText()) {
                case "add" -> book.place(row.get("id").asText(), MAKERS, isBuy(row), price(row), quantity(row), "GTC");
                case "reduce" ->
                    book.line(
                            "'op':'ReduceOrder','by':%d,'book':1,'order':'%s','quantity':%d",
                            MAKERS, row.get("id").asText(), quantity(row));
                case "cancel" ->
                    book.line(
                            "'op':'CancelOrder','by':%d,'book':1,'order':'%s'",
                            MAKERS, row.get("id").asText());
                case "ioc" -> take(row);
                default -> check(row);
            }
        }
    }

    private static boolean isBuy(JsonNode row) {
        return row.get("side").asText().equals("B");
    }

    private static long price(JsonNode row) {
        return row.get("px").asLong();
    }

    private static long quantity(JsonNode row) {
        return row.get("qty").asLong();
    }

    private void take(JsonNode row) {
        List<ObjectNode> trades = LineBook.of(
                "OrdersTraded", book.place("t" + takers++, TAKERS, isBuy(row), price(row), quantity(row), "IOC"));
        if (!row.path("verified").asBoolean(true)) {
            return;
        }
        assertEquals(row.get("expect").size(), trades.size(), row::toString);
        for (int i = 0; i < trades.size(); i++) {
            compare(row.get("expect").get(i), trades.get(i), row);
        }
        filled++;
    }

    private void compare(JsonNode fill, ObjectNode trade, JsonNode row) {
        String quantity =
                fill.isArray() ? fill.get(1).asText() : fill.get("qty").asText();
        String maker = fill.isArray() ? fill.get(0).asText() : fill.get("maker").asText();
        assertEquals(quantity, trade.get("quantity").asText(), row::toString);
        if (!maker.equals("anon")) {
            long order = trade.get(isBuy(row) ? "sellOrder" : "buyOrder").asLong();
            assertEquals(maker, book.cidOf(order), row::toString);
        }
        if (!fill.isArray()) {
            assertEquals(fill.get("px").asText(), trade.get("price").asText(), row::toString);
        }
    }

    private void check(JsonNode row) {
        checked++;
        if (row.has("bid")) {
            assertEquals(level(row.get("bid")), book.top(true), row::toString);
            assertEquals(level(row.get("ask")), book.top(false), row::toString);
        } else {
            assertEquals(levels(row.get("bids")), book.levels(true, 5), row::toString);
            assertEquals(levels(row.get("asks")), book.levels(false, 5), row::toString);
        }
    }

    private static List<String> level(JsonNode level) {
        return level.isNull()
                ? List.of()
                : List.of(level.get(1).asText() + "@" + level.get(0).asText());
    }

    private static List<String> levels(JsonNode levels) {
        List<String> all = new ArrayList<>();
        levels.forEach(level -> all.addAll(level(level)));
        return all;
    }
}
