package org.gavel.exchange.engine.book;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gavel.protocol.reject.RejectReason;
import org.junit.jupiter.api.Test;

/**
 * The scenarios of a public matching engine, step by step. A lot is 100,000 of its base currency and a tick 10 of
 * its quote currency. That engine holds a buyer's money at a reserve price, ours at the limit: steps in which it
 * refuses because of the reserve, and a buyer's money while an order with another reserve than its limit rests, are
 * left out.
 */
class ExchangeCoreScenariosTest {
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
    private final Map<Long, Long> sizes = new HashMap<>();
    private TradedUnits units;
    private List<String> said;
    private boolean isReserved;
    private int steps;

    @Test
    void goesThroughEveryScenario() throws IOException {
        int scenarios = 0;
        JsonNode features = new ObjectMapper()
                .readTree(TradedUnits.reference("exchange_core_scenarios.json").toFile());
        for (JsonNode feature : features) {
            for (JsonNode scenario : feature.get("scenarios")) {
                units = new TradedUnits().limits(1, 1_000_000);
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

    private void step(JsonNode step) {
        String text = step.get("text").asText();
        steps++;
        MatchResult found;
        if ((found = match(NEW_CLIENT, text)) != null) {
            admit(found.group(1), step.get("table"));
        } else if ((found = match(ADDED, text)) != null) {
            credit(found.group(3), found.group(2), Long.parseLong(found.group(1)));
        } else if ((found = match(PLACES, text)) != null) {
            place(found);
        } else if ((found = match(MOVES, text)) != null) {
            move(found);
        } else if ((found = match(CANCELS, text)) != null) {
            said = units.cancel(Long.parseLong(found.group(3)), CLIENTS.indexOf(found.group(1)));
        } else if ((found = match(MATCHED, text)) != null) {
            checkMatched(found);
        } else if (match(BOOK, text) != null) {
            checkBook(step.get("table"), text);
        } else if ((found = match(BALANCE, text)) != null) {
            checkBalance(found.group(1), step.get("table"));
        } else if ((found = match(ORDERS, text)) != null) {
            checkOrders(found.group(1), step.get("table"));
        } else if ((found = match(NO_ORDERS, text)) != null) {
            assertEquals(List.of(), ordersOf(found.group(1)), text);
        } else {
            assertEquals("No trade events", text);
            assertTrue(said.stream().noneMatch(line -> line.startsWith("traded")), said::toString);
        }
    }

    private static MatchResult match(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.matches() ? matcher.toMatchResult() : null;
    }

    private void admit(String client, JsonNode table) {
        units.positions.register(CLIENTS.indexOf(client));
        table.forEach(row -> credit(client, row.get(0).asText(), row.get(1).asLong()));
    }

    private void credit(String client, String currency, long amount) {
        long before = balances.getOrDefault(client + currency, 0L);
        long after = balances.merge(client + currency, amount, Long::sum);
        int participant = CLIENTS.indexOf(client);
        if (currency.equals("ETH")) {
            units.positions.creditUnits(TradedUnits.INSTRUMENT, participant, after / LOT - before / LOT);
        } else if (currency.equals("XBT")) {
            units.positions.creditMoney(participant, after / TICK - before / TICK);
        }
    }

    private void place(MatchResult found) {
        boolean buys = found.group(3).equals("BID");
        long price = Long.parseLong(found.group(5));
        long size = Long.parseLong(found.group(6));
        long id = Long.parseLong(found.group(4));
        boolean isOnlyReserve = buys && !found.group(5).equals(found.group(8));
        boolean isRefused = !found.group(2).equals("places");
        if (isOnlyReserve && isRefused) {
            return;
        }
        NewOrder order = units.in.limit(id, CLIENTS.indexOf(found.group(1)), buys, price, size);
        order.execution(found.group(7).equals("IOC") ? Execution.IOC : Execution.RESTING);
        if (isRefused) {
            assertEquals(
                    buys ? RejectReason.MONEY_INSUFFICIENT : RejectReason.UNITS_INSUFFICIENT,
                    units.ask(order),
                    found.group());
            return;
        }
        said = units.place(order);
        sizes.put(id, size);
        isReserved |= isOnlyReserve;
    }

    private void move(MatchResult found) {
        long id = Long.parseLong(found.group(4));
        if (found.group(2).equals("moves")) {
            long open = units.store.orders().quantity(units.store.find(id));
            said = units.amend(id, CLIENTS.indexOf(found.group(1)), Long.parseLong(found.group(3)), open);
        }
    }

    private void checkMatched(MatchResult found) {
        String trade = "traded %s@%s maker #%s ".formatted(found.group(4), found.group(3), found.group(1));
        assertTrue(said.stream().anyMatch(line -> line.startsWith(trade)), said::toString);
        assertEquals(found.group(2).equals("fully"), units.store.find(Long.parseLong(found.group(1))) < 0);
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
        assertEquals(bids, units.levels(true, 10), text);
        assertEquals(asks, units.levels(false, 10), text);
    }

    private void checkBalance(String client, JsonNode table) {
        int participant = CLIENTS.indexOf(client);
        boolean isHeldAtReserve = isReserved && ordersOf(client).stream().anyMatch(line -> line.startsWith("B "));
        for (JsonNode row : table) {
            long expected = row.get(1).asLong();
            if (row.get(0).asText().equals("ETH")) {
                assertEquals(expected / LOT, units.freeUnits(participant), client);
            } else if (!isHeldAtReserve) {
                assertEquals(expected / TICK, units.freeMoney(participant), client);
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
        List<String> orders = new ArrayList<>();
        for (boolean buys : new boolean[] {true, false}) {
            units.book.orders(buys, new BookReader() {
                @Override
                public void order(long order, int participant, long price, long quantity) {
                    if (participant == CLIENTS.indexOf(client)) {
                        long size = sizes.get(order);
                        orders.add("%s #%d %d@%d filled %d"
                                .formatted(buys ? "B" : "S", order, size, price, size - quantity));
                    }
                }
            });
        }
        orders.sort(String::compareTo);
        return orders;
    }
}
