package org.gavel.ops.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The scenarios of a public matching engine through lines of the simulation. A unit is a lot of 100,000 of the base
 * currency, a fen 10 of the quote currency. That engine holds a buyer's money at a reserve price, ours at the limit:
 * refusals because of the reserve, moves refused for it, and a buyer's money while such an order rests are left out.
 */
class ScenarioLinesTest {
    private static final List<String> CLIENTS = List.of("", "Alice", "Bob", "Charlie");
    private static final long LOT = 100_000;
    private static final long TICK = 10;

    private static final Pattern NEW_CLIENT = Pattern.compile("New client (\\w+) has a balance:");
    private static final Pattern ADDED = Pattern.compile("(\\d+) (\\w+) is added to the balance of a client (\\w+)");
    private static final Pattern PLACES = Pattern.compile(
            "A client (\\w+) (places|could not place) an (ASK|BID) order (\\d+) at (\\d+)@(\\d+) \\(type: (\\w+), "
                    + "symbol: [^,)]+(?:, reservePrice: (\\d+))?\\).*");
    private static final Pattern MOVES =
            Pattern.compile("A client (\\w+) (moves|could not move) a price to (\\d+) of the order (\\d+).*");
    private static final Pattern CANCELS =
            Pattern.compile("A client (\\w+) cancels the remaining size (\\d+) of the order (\\d+)");
    private static final Pattern MATCHED =
            Pattern.compile("The order (\\d+) is (fully|partially) matched. LastPx: (\\d+), LastQty: (\\d+).*");
    private static final Pattern BOOK = Pattern.compile("An \\S+ order book is:");
    private static final Pattern BALANCE = Pattern.compile("A balance of a client (\\w+):");
    private static final Pattern ORDERS = Pattern.compile("A client (\\w+) orders:");
    private static final Pattern NO_ORDERS = Pattern.compile("A client (\\w+) does not have active orders");

    private final Map<String, Long> balances = new HashMap<>();
    private LineBook book;
    private List<ObjectNode> said = List.of();
    private boolean isReserved;
    private int steps;

    @Test
    void goesThroughEveryScenario() throws IOException {
        int scenarios = 0;
        for (JsonNode feature : new ObjectMapper()
                .readTree(LineBook.reference("exchange_core_scenarios.json").toFile())) {
            for (JsonNode scenario : feature.get("scenarios")) {
                book = new LineBook().open(1_000_000, 0, 0);
                balances.clear();
                isReserved = false;
                feature.get("background").forEach(this::step);
                scenario.get("steps").forEach(this::step);
                scenarios++;
            }
        }
        assertEquals(4, scenarios);
        assertTrue(steps > 70, steps + " steps");
    }

    private static MatchResult match(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text.strip());
        return matcher.matches() ? matcher.toMatchResult() : null;
    }

    private void step(JsonNode step) {
        String text = step.get("text").asText();
        JsonNode table = step.get("table");
        MatchResult found;
        steps++;
        if ((found = match(NEW_CLIENT, text)) != null) {
            admit(found.group(1), table);
        } else if ((found = match(ADDED, text)) != null) {
            credit(found.group(3), found.group(2), Long.parseLong(found.group(1)));
        } else if ((found = match(PLACES, text)) != null) {
            place(found);
        } else if ((found = match(MOVES, text)) != null) {
            move(found);
        } else if ((found = match(CANCELS, text)) != null) {
            said = book.line(
                    "'op':'CancelOrder','by':%d,'book':1,'order':'%s'", client(found.group(1)), found.group(3));
        } else if ((found = match(MATCHED, text)) != null) {
            checkMatched(found);
        } else if (match(BOOK, text) != null) {
            checkBook(table, text);
        } else if ((found = match(BALANCE, text)) != null) {
            checkBalance(found.group(1), table);
        } else if ((found = match(ORDERS, text)) != null) {
            checkOrders(found.group(1), table);
        } else if ((found = match(NO_ORDERS, text)) != null) {
            assertEquals(List.of(), ordersOf(found.group(1)), text);
        } else {
            assertEquals("No trade events", text);
            assertEquals(List.of(), LineBook.of("OrdersTraded", said));
        }
    }

    private static int client(String name) {
        return CLIENTS.indexOf(name);
    }

    private void admit(String client, JsonNode table) {
        book.participant(client(client), 0, 0);
        table.forEach(row -> credit(client, row.get(0).asText(), row.get(1).asLong()));
    }

    private void credit(String client, String currency, long amount) {
        long before = balances.getOrDefault(client + currency, 0L);
        long after = balances.merge(client + currency, amount, Long::sum);
        if (currency.equals("ETH")) {
            book.creditUnits(client(client), after / LOT - before / LOT);
        } else if (currency.equals("XBT")) {
            book.creditMoney(client(client), after / TICK - before / TICK);
        }
    }

    private void place(MatchResult found) {
        boolean buys = found.group(3).equals("BID");
        boolean isOnlyReserve = buys && !found.group(5).equals(found.group(8));
        boolean isRefused = !found.group(2).equals("places");
        if (isOnlyReserve && isRefused) {
            return;
        }
        said = book.place(
                isRefused ? found.group(4) + "/0" : found.group(4),
                client(found.group(1)),
                buys,
                Long.parseLong(found.group(5)),
                Long.parseLong(found.group(6)),
                found.group(7));
        if (isRefused) {
            assertEquals(
                    buys ? "MONEY_INSUFFICIENT" : "UNITS_INSUFFICIENT",
                    said.get(0).path("reason").asText(),
                    found.group());
            return;
        }
        assertEquals("OrderAccepted", said.get(0).get("event").asText(), said::toString);
        isReserved |= isOnlyReserve;
    }

    private void move(MatchResult found) {
        if (found.group(2).equals("moves")) {
            said = book.line(
                    "'op':'MoveOrder','by':%d,'book':1,'order':'%s','price':'%s'",
                    client(found.group(1)), found.group(4), found.group(3));
        }
    }

    private void checkMatched(MatchResult found) {
        boolean isSaid = LineBook.of("OrdersTraded", said).stream()
                .anyMatch(trade -> trade.get("price").asText().equals(found.group(3))
                        && trade.get("quantity").asText().equals(found.group(4))
                        && List.of(
                                        book.cidOf(trade.get("buyOrder").asLong()),
                                        book.cidOf(trade.get("sellOrder").asLong()))
                                .contains(found.group(1)));
        assertTrue(isSaid, said::toString);
        assertEquals(found.group(2).equals("partially"), book.rests(found.group(1)));
    }

    private void checkBook(JsonNode table, String text) {
        List<String> bids = new ArrayList<>();
        List<String> asks = new ArrayList<>();
        for (JsonNode row : table) {
            if (row.get(0).asText().matches("\\d+")) {
                bids.add(row.get(0).asText() + "@" + row.get(1).asText());
            }
            if (row.get(2).asText().matches("\\d+")) {
                asks.add(0, row.get(2).asText() + "@" + row.get(1).asText());
            }
        }
        assertEquals(bids, book.levels(true, 10), text);
        assertEquals(asks, book.levels(false, 10), text);
    }

    private void checkBalance(String client, JsonNode table) {
        boolean isHeldAtReserve = isReserved && ordersOf(client).stream().anyMatch(line -> line.startsWith("B "));
        for (JsonNode row : table) {
            long expected = row.get(1).asLong();
            if (row.get(0).asText().equals("ETH")) {
                assertEquals(expected / LOT, book.freeUnits(client(client)), client);
            } else if (!isHeldAtReserve) {
                assertEquals(expected / TICK, book.freeMoney(client(client)), client);
            }
        }
    }

    private void checkOrders(String client, JsonNode table) {
        List<String> expected = new ArrayList<>();
        for (JsonNode row : table) {
            if (row.get(0).asText().matches("\\d+")) {
                expected.add("%s #%s %s@%s filled %s"
                        .formatted(
                                row.get(5).asText().equals("BID") ? "B" : "S",
                                row.get(0).asText(),
                                row.get(2).asText(),
                                row.get(1).asText(),
                                row.get(3).asText()));
            }
        }
        expected.sort(String::compareTo);
        assertEquals(expected, ordersOf(client));
    }

    private List<String> ordersOf(String client) {
        return book.resting().stream()
                .filter(order -> order.participant == client(client))
                .map(order -> "%s #%s %d@%d filled %d"
                        .formatted(order.buys ? "B" : "S", order.cid, order.size, order.price, order.size - order.open))
                .sorted()
                .toList();
    }
}
