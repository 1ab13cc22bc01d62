package org.gavel.ops.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gavel.protocol.codec.json.JsonCodec;

/** A unit book asked in lines of the simulation, and what its public events say rests in it. */
final class LineBook {
    static final int BOOK = 1;
    private static final Path DATA = Path.of(System.getProperty("gavel.reference.data", "../shared/data"));

    /** An order as its events tell it. */
    static final class Order {
        final String cid;
        final int participant;
        final boolean buys;
        final long size;
        long price;
        long open;

        private Order(ObjectNode accepted) {
            cid = accepted.get("cid").asText();
            participant = accepted.get("participant").asInt();
            buys = accepted.get("side").asText().equals("BUY");
            price = accepted.get("price").asLong();
            size = accepted.get("quantity").asLong();
            open = size;
        }
    }

    private final Simulation simulation = new Simulation(this::tell);
    private final Map<Long, Order> resting = new LinkedHashMap<>();
    private final Map<Long, String> cids = new HashMap<>();
    private final Map<Integer, Long> freeMoney = new TreeMap<>();
    private final Map<Integer, Long> freeUnits = new TreeMap<>();
    private List<ObjectNode> told = new ArrayList<>();
    private ObjectNode top =
            JsonCodec.parse("{'bid':'0','bidQuantity':0,'ask':'0','askQuantity':0}".replace('\'', '"'));
    private long at = 1;

    /** A file of reference data, or the test is skipped by its name. */
    static Path reference(String file) {
        Path path = DATA.resolve(file);
        assumeTrue(Files.exists(path), "skipped: no " + file + " at gavel.reference.data");
        return path;
    }

    /** Writes a line, single quotes for double, at the next microsecond; answers what it made happen. */
    @SuppressWarnings("AnnotateFormatMethod")
    List<ObjectNode> line(String form, Object... values) {
        told = new ArrayList<>();
        at++;
        simulation.line(("{'at':" + at + "," + form.formatted(values) + "}").replace('\'', '"'));
        assertEquals(0, simulation.refusedLines(), () -> told.toString());
        return told;
    }

    /** Lets time pass to this microsecond. */
    List<ObjectNode> passTo(long time) {
        at = time - 1;
        return line("'op':'Tick','due':0");
    }

    LineBook participant(int number, long money, long units) {
        line("'op':'RegisterParticipant','participant':%d,'identityHash':''", number);
        creditMoney(number, money);
        creditUnits(number, units);
        return this;
    }

    /** Money and units for anything. */
    LineBook rich(int number) {
        return participant(number, 99_999_999_999_999L, 1_000_000_000_000L);
    }

    void creditMoney(int number, long money) {
        if (money > 0) {
            line("'op':'CreditDeposit','participant':%d,'amount':'%d','reference':'bank'", number, money);
        }
    }

    void creditUnits(int number, long units) {
        if (units > 0) {
            line("'op':'CreditUnits','participant':%d,'asset':'UNITS','quantity':%d", number, units);
        }
    }

    /** Opens the book; {@code crossAt} is that of its opening call, 0 for none. */
    LineBook open(long highest, long reference, long crossAt) {
        line(
                "'op':'OpenBook','book':%d,'asset':'UNITS','title':{'en':'Units'},"
                        + "'terms':{'tick':'1','highest':'%d'},'reference':'%d',"
                        + "'day':{'callAt':0,'crossAt':%d,'closingCallAt':0,'closesAt':0},'reason':'as announced'",
                BOOK, highest, reference, crossAt);
        return this;
    }

    /** A price of 0 is a market order's. */
    List<ObjectNode> place(String cid, int by, boolean buys, long price, long quantity, String timeInForce) {
        String terms = price == 0 ? "'type':'MARKET'" : "'price':'" + price + "'";
        return line(
                "'op':'PlaceOrder','by':%d,'cid':'%s','book':%d,'side':'%s',%s,'quantity':%d,'timeInForce':'%s'",
                by, cid, BOOK, buys ? "BUY" : "SELL", terms, quantity, timeInForce);
    }

    static List<ObjectNode> of(String event, List<ObjectNode> events) {
        return events.stream()
                .filter(each -> each.get("event").asText().equals(event))
                .toList();
    }

    private void tell(String text) {
        ObjectNode event = JsonCodec.parse(text);
        told.add(event);
        switch (event.get("event").asText()) {
            case "DepositCredited" ->
                add(freeMoney, event, "participant", event.get("amount").asLong());
            case "UnitsCredited" ->
                add(freeUnits, event, "participant", event.get("quantity").asLong());
            case "OrderAccepted" -> accepted(event);
            case "OrdersTraded" -> traded(event);
            case "OrderAmended" -> amended(event);
            case "OrderEnded" -> ended(event);
            case "TopOfBook" -> top = event;
            default -> {}
        }
    }

    private static void add(Map<Integer, Long> accounts, ObjectNode event, String whose, long amount) {
        accounts.merge(event.get(whose).asInt(), amount, Long::sum);
    }

    private void accepted(ObjectNode event) {
        Order order = new Order(event);
        resting.put(event.get("order").asLong(), order);
        cids.put(event.get("order").asLong(), order.cid);
        add(freeMoney, event, "participant", -event.get("held").asLong());
        add(freeUnits, event, "participant", order.buys ? 0 : -order.open);
    }

    private void traded(ObjectNode event) {
        long quantity = event.get("quantity").asLong();
        fill(event.get("buyOrder").asLong(), quantity);
        fill(event.get("sellOrder").asLong(), quantity);
        add(freeMoney, event, "buyer", event.get("released").asLong());
        add(freeMoney, event, "seller", event.get("amount").asLong());
        add(freeUnits, event, "buyer", quantity);
    }

    private void fill(long number, long quantity) {
        Order order = resting.get(number);
        order.open -= quantity;
        if (order.open == 0) {
            resting.remove(number);
        }
    }

    private void amended(ObjectNode event) {
        long number = event.get("order").asLong();
        Order order = event.get("keptPriority").asBoolean() ? resting.get(number) : resting.remove(number);
        long before = order.buys ? order.price * order.open : 0;
        add(freeMoney, event, "participant", before - event.get("held").asLong());
        long quantity = event.get("quantity").asLong();
        add(freeUnits, event, "participant", order.buys ? 0 : order.open - quantity);
        order.price = event.get("price").asLong();
        order.open = quantity;
        resting.putIfAbsent(number, order);
    }

    private void ended(ObjectNode event) {
        Order order = resting.remove(event.get("order").asLong());
        add(freeMoney, event, "participant", event.get("released").asLong());
        add(
                freeUnits,
                event,
                "participant",
                order.buys ? 0 : event.get("quantity").asLong());
    }

    List<Order> resting() {
        return List.copyOf(resting.values());
    }

    /** Under which client id an order was placed. */
    String cidOf(long order) {
        return cids.get(order);
    }

    boolean rests(String cid) {
        return resting.values().stream().anyMatch(order -> order.cid.equals(cid));
    }

    long freeMoney(int participant) {
        return freeMoney.getOrDefault(participant, 0L);
    }

    long freeUnits(int participant) {
        return freeUnits.getOrDefault(participant, 0L);
    }

    /** Levels from the best on, {@code quantity@price}, made of the orders' events. */
    List<String> levels(boolean buys, int most) {
        TreeMap<Long, Long> levels = new TreeMap<>();
        resting.values().stream()
                .filter(order -> order.buys == buys && order.price != 0)
                .forEach(order -> levels.merge(order.price, order.open, Long::sum));
        return (buys ? levels.descendingMap() : levels)
                .entrySet().stream()
                        .limit(most)
                        .map(level -> level.getValue() + "@" + level.getKey())
                        .toList();
    }

    /** The best level as {@code TopOfBook} told it last, {@code quantity@price}. */
    List<String> top(boolean buys) {
        String price = top.get(buys ? "bid" : "ask").asText();
        return price.equals("0")
                ? List.of()
                : List.of(top.get(buys ? "bidQuantity" : "askQuantity").asText() + "@" + price);
    }
}
