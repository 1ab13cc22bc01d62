package org.gavel.exchange.engine.book;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** Real order flow of one day: who traded with whom at which price, and the book after every row. */
class LobsterReplayTest {
    private static final int MAKERS = 1;
    private static final int TAKERS = 2;

    /** Above every order number of the files. */
    private static final long FIRST_TAKER = 1L << 40;

    private final TradedUnits units = new TradedUnits().rich(MAKERS).rich(TAKERS);
    private final ObjectMapper json = new ObjectMapper();
    private long takers = FIRST_TAKER;
    private int filled;
    private int unverified;
    private int checked;

    @Test
    void fillsADayOfAmazonAsTheExchangeDid() throws IOException {
        Path file = TradedUnits.reference("lobster_amzn.jsonl.gz");
        try (InputStream packed = new GZIPInputStream(Files.newInputStream(file))) {
            replay(new BufferedReader(new InputStreamReader(packed, StandardCharsets.UTF_8)));
        }
        assertEquals(6_979, filled);
        assertEquals(7, unverified);
        assertEquals(55_288, checked);
    }

    @Test
    void sweepsLevelsOfAppleAsTheExchangeDid() throws IOException {
        try (BufferedReader rows = Files.newBufferedReader(TradedUnits.reference("lobster_aapl.jsonl"))) {
            replay(rows);
        }
        assertEquals(63, filled);
        assertEquals(926, checked);
    }

    private void replay(BufferedReader rows) throws IOException {
        for (String text = rows.readLine(); text != null; text = rows.readLine()) {
            JsonNode row = json.readTree(text);
            switch (row.get("op").asText()) {
                case "add" -> add(row);
                case "reduce" ->
                    units.reduce(row.get("id").asLong(), MAKERS, row.get("qty").asLong());
                case "cancel" -> units.cancel(row.get("id").asLong(), MAKERS);
                case "ioc" -> take(row);
                default -> check(row);
            }
        }
    }

    private void add(JsonNode row) {
        units.place(units.in.limit(
                row.get("id").asLong(),
                MAKERS,
                isBuy(row),
                row.get("px").asLong(),
                row.get("qty").asLong()));
    }

    private static boolean isBuy(JsonNode row) {
        return row.get("side").asText().equals("B");
    }

    private void take(JsonNode row) {
        NewOrder order = units.in.limit(
                takers++,
                TAKERS,
                isBuy(row),
                row.get("px").asLong(),
                row.get("qty").asLong());
        List<String> trades = units.place(order.execution(Execution.IOC)).stream()
                .filter(line -> line.startsWith("traded"))
                .toList();
        if (!row.path("verified").asBoolean(true)) {
            unverified++;
            return;
        }
        assertEquals(row.get("expect").size(), trades.size(), row::toString);
        for (int i = 0; i < trades.size(); i++) {
            compare(row.get("expect").get(i), trades.get(i), row);
        }
        filled++;
    }

    /** Level 1 rows name maker and quantity, level 10 rows the price too; an anonymous maker has any number. */
    private static void compare(JsonNode fill, String trade, JsonNode row) {
        String quantity =
                fill.isArray() ? fill.get(1).asText() : fill.get("qty").asText();
        String maker = fill.isArray() ? fill.get(0).asText() : fill.get("maker").asText();
        String price = fill.isArray() ? "" : fill.get("px").asText();
        String[] words = trade.split("[ @]", -1);
        assertEquals(quantity, words[1], row::toString);
        if (!maker.equals("anon")) {
            assertEquals("#" + maker, words[4], row::toString);
        }
        if (!price.isEmpty()) {
            assertEquals(price, words[2], row::toString);
        }
    }

    private void check(JsonNode row) {
        checked++;
        if (row.has("bid")) {
            assertEquals(levels(row.get("bid")), units.levels(true, 1), row::toString);
            assertEquals(levels(row.get("ask")), units.levels(false, 1), row::toString);
        } else {
            assertEquals(each(row.get("bids")), units.levels(true, 5), row::toString);
            assertEquals(each(row.get("asks")), units.levels(false, 5), row::toString);
        }
    }

    private static List<String> levels(JsonNode level) {
        return level.isNull()
                ? List.of()
                : List.of(level.get(1).asText() + "@" + level.get(0).asText());
    }

    private static List<String> each(JsonNode levels) {
        List<String> all = new ArrayList<>();
        levels.forEach(level -> all.addAll(levels(level)));
        return all;
    }
}
