package org.gavel.exchange.engine.book;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gavel.protocol.event.Ending;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.BookPhase;
import org.gavel.protocol.value.SelfTrade;

/**
 * The rules of the unit book written down without regard to cost: one list of orders, looked through anew for every
 * question; what is held is summed up from the orders; the price of a call is tried at every limit there is.
 */
final class NaiveBook {
    private final List<NaiveOrder> orders = new ArrayList<>();
    private final Map<Integer, long[]> owned = new TreeMap<>();
    private final List<String> said = new ArrayList<>();
    private final long lowest;
    private final long highest;
    private final long tick;
    private final int band;
    BookPhase phase = BookPhase.CONTINUOUS;
    long reference;
    private long counter;

    /** How many orders were filled at once though own ones beyond the band stood before what filled them. */
    int filledBehindOwn;

    private String toldTop = "top 0@0 0@0";

    NaiveBook(long tick, long lowest, long highest, int band) {
        this.tick = tick;
        this.lowest = lowest;
        this.highest = highest;
        this.band = band;
    }

    List<String> take() {
        List<String> taken = List.copyOf(said);
        said.clear();
        return taken;
    }

    void own(int participant, long money, long units) {
        owned.put(participant, new long[] {money, units});
    }

    long heldMoney(int participant) {
        return orders.stream()
                .filter(o -> o.participant == participant)
                .mapToLong(NaiveOrder::heldMoney)
                .sum();
    }

    long heldUnits(int participant) {
        return orders.stream()
                .filter(o -> o.participant == participant)
                .mapToLong(NaiveOrder::heldUnits)
                .sum();
    }

    long freeMoney(int participant) {
        return owned.get(participant)[0] - heldMoney(participant);
    }

    long freeUnits(int participant) {
        return owned.get(participant)[1] - heldUnits(participant);
    }

    List<NaiveOrder> queue(boolean buys) {
        return orders.stream()
                .filter(o -> o.rests && o.buys == buys)
                .sorted(NaiveOrder.TURN)
                .toList();
    }

    long tick() {
        return tick;
    }

    List<NaiveOrder> all() {
        return orders;
    }

    private NaiveOrder find(long id) {
        return orders.stream().filter(o -> o.id == id).findFirst().orElse(null);
    }

    private long bestLimit(boolean buys) {
        return queue(buys).stream()
                .filter(o -> !o.market)
                .mapToLong(o -> o.price)
                .findFirst()
                .orElse(0);
    }

    private boolean wouldTrade(boolean buys, long price) {
        return queue(!buys).stream().anyMatch(o -> o.market || o.allows(price));
    }

    boolean isInBand(long price) {
        return isInBand(price, reference);
    }

    private boolean isInBand(long price, long around) {
        if (band == 0 || around == 0) {
            return true;
        }
        long distance = around * band / 10_000;
        return Math.abs(price - around) <= distance;
    }

    private RejectReason checkPrice(long price) {
        if (price < lowest) {
            return RejectReason.PRICE_TOO_LOW;
        }
        if (price > highest) {
            return RejectReason.PRICE_TOO_HIGH;
        }
        return price % tick == 0 ? RejectReason.NONE : RejectReason.OFF_TICK;
    }

    RejectReason place(NaiveOrder order, Execution execution, long now) {
        RejectReason refusal = check(order, execution, now);
        if (refusal != RejectReason.NONE) {
            return refusal;
        }
        said.add("accepted #%d by %d %s %d@%d"
                .formatted(
                        order.id,
                        order.participant,
                        order.buys ? "B" : "S",
                        order.open,
                        order.market ? 0 : order.price));
        if (execution == Execution.FOK && fillable(order) < order.open) {
            said.add("ended #%d of %d %d UNFILLABLE".formatted(order.id, order.participant, order.open));
            return RejectReason.NONE;
        }
        order.came = ++counter;
        orders.add(order);
        boolean stopped = phase == BookPhase.CONTINUOUS && trade(order);
        if (orders.contains(order)) {
            if (execution == Execution.IOC) {
                end(order, Ending.REMAINDER);
            } else {
                rest(order, stopped);
            }
        }
        tellTop();
        return RejectReason.NONE;
    }

    private void rest(NaiveOrder order, boolean stopped) {
        order.rests = true;
        order.turn = ++counter;
        if (stopped) {
            phase = BookPhase.CALL;
            said.add("phase CALL " + nextPrice(order));
        }
    }

    private RejectReason check(NaiveOrder order, Execution execution, long now) {
        if (order.open <= 0) {
            return RejectReason.QUANTITY_NOT_POSITIVE;
        }
        if (!order.market && checkPrice(order.price) != RejectReason.NONE) {
            return checkPrice(order.price);
        }
        if (order.market && execution == Execution.POST_ONLY) {
            return RejectReason.TERMS_CLASH;
        }
        if (order.expiresAt <= now) {
            return RejectReason.EXPIRY_PASSED;
        }
        if (find(order.id) != null) {
            return RejectReason.ORDER_EXISTS;
        }
        if (!phase.takesOrders()) {
            return phase == BookPhase.HALTED ? RejectReason.BOOK_HALTED : RejectReason.BOOK_CLOSED;
        }
        if (phase == BookPhase.CALL && execution != Execution.RESTING) {
            return RejectReason.NOT_IN_CALL;
        }
        if (phase == BookPhase.CONTINUOUS && execution == Execution.POST_ONLY && wouldTrade(order.buys, order.price)) {
            return RejectReason.POST_ONLY_TRADES;
        }
        boolean lacksPrice = order.market
                && reference == 0
                && bestLimit(!order.buys) == 0
                && !queue(!order.buys).isEmpty();
        if (phase == BookPhase.CONTINUOUS && lacksPrice) {
            return RejectReason.NO_PRICE;
        }
        if (order.market) {
            order.price = order.buys ? highest : lowest;
        }
        if (!owned.containsKey(order.participant)) {
            return RejectReason.PARTICIPANT_UNKNOWN;
        }
        if (order.buys && freeMoney(order.participant) < order.heldMoney()) {
            return RejectReason.MONEY_INSUFFICIENT;
        }
        return freeUnits(order.participant) < order.heldUnits() ? RejectReason.UNITS_INSUFFICIENT : RejectReason.NONE;
    }

    /** Units that could be filled at once: own orders on the way are ended, or end this one. */
    private long fillable(NaiveOrder order) {
        long sum = 0;
        boolean isBehind = false;
        for (NaiveOrder other : queue(!order.buys)) {
            long price = other.market ? priceOfMarket(order) : other.price;
            boolean own = other.participant == order.participant && order.selfTrade != SelfTrade.ALLOWED;
            if (!order.allows(price)) {
                break;
            }
            if (own && order.selfTrade == SelfTrade.CANCEL_OLDEST) {
                isBehind |= !isInBand(price, reference);
                continue;
            }
            if (own || !isInBand(price, reference)) {
                break;
            }
            sum += other.open;
        }
        filledBehindOwn += isBehind && sum >= order.open ? 1 : 0;
        return sum;
    }

    private long priceOfMarket(NaiveOrder order) {
        List<Long> prices = new ArrayList<>(List.of(order.price, reference, bestLimit(!order.buys)));
        prices.removeIf(price -> price == 0);
        return order.buys
                ? prices.stream().min(Comparator.naturalOrder()).orElseThrow()
                : prices.stream().max(Comparator.naturalOrder()).orElseThrow();
    }

    private long nextPrice(NaiveOrder order) {
        NaiveOrder first = queue(!order.buys).get(0);
        return first.market ? priceOfMarket(order) : first.price;
    }

    /** Whether it was stopped by the band. */
    private boolean trade(NaiveOrder order) {
        long around = reference;
        long last = 0;
        boolean stopped = false;
        while (order.open > 0 && orders.contains(order) && !queue(!order.buys).isEmpty()) {
            long price = nextPrice(order);
            if (!order.allows(price)) {
                break;
            }
            NaiveOrder maker = queue(!order.buys).get(0);
            if (maker.participant == order.participant && order.selfTrade != SelfTrade.ALLOWED) {
                preventSelfTrade(order, maker);
                continue;
            }
            if (!isInBand(price, around)) {
                stopped = true;
                break;
            }
            long quantity = Math.min(order.open, maker.open);
            said.add("traded %d@%d maker #%d of %d taker #%d of %d %s"
                    .formatted(
                            quantity,
                            price,
                            maker.id,
                            maker.participant,
                            order.id,
                            order.participant,
                            order.buys ? "B" : "S"));
            exchange(order.buys ? order : maker, order.buys ? maker : order, quantity, price);
            last = price;
        }
        reference = last != 0 ? last : reference;
        return stopped;
    }

    private void preventSelfTrade(NaiveOrder order, NaiveOrder maker) {
        if (order.selfTrade != SelfTrade.CANCEL_NEWEST) {
            end(maker, Ending.SELF_TRADE);
        }
        if (order.selfTrade != SelfTrade.CANCEL_OLDEST) {
            end(order, Ending.SELF_TRADE);
        }
    }

    private void exchange(NaiveOrder buy, NaiveOrder sell, long quantity, long price) {
        owned.get(buy.participant)[0] -= quantity * price;
        owned.get(buy.participant)[1] += quantity;
        owned.get(sell.participant)[0] += quantity * price;
        owned.get(sell.participant)[1] -= quantity;
        buy.open -= quantity;
        sell.open -= quantity;
        orders.removeIf(o -> o.open == 0);
    }

    private void end(NaiveOrder order, Ending why) {
        orders.remove(order);
        said.add("ended #%d of %d %d %s".formatted(order.id, order.participant, order.open, why));
    }

    RejectReason amend(long id, int participant, long price, long quantity) {
        if (quantity <= 0) {
            return RejectReason.QUANTITY_NOT_POSITIVE;
        }
        NaiveOrder order = find(id);
        if (order == null || order.participant != participant) {
            return RejectReason.ORDER_UNKNOWN;
        }
        if (!phase.takesOrders()) {
            return phase == BookPhase.HALTED ? RejectReason.BOOK_HALTED : RejectReason.BOOK_CLOSED;
        }
        if (order.market && price != 0) {
            return RejectReason.TERMS_CLASH;
        }
        if (!order.market && price != order.price && checkPrice(price) != RejectReason.NONE) {
            return checkPrice(price);
        }
        boolean trades = !order.market && phase == BookPhase.CONTINUOUS && wouldTrade(order.buys, price);
        if (order.postOnly && trades) {
            return RejectReason.POST_ONLY_TRADES;
        }
        long limit = order.market ? order.price : price;
        if (order.buys && freeMoney(participant) + order.heldMoney() < limit * quantity) {
            return RejectReason.MONEY_INSUFFICIENT;
        }
        if (!order.buys && freeUnits(participant) + order.open < quantity) {
            return RejectReason.UNITS_INSUFFICIENT;
        }
        boolean keeps = limit == order.price && quantity <= order.open;
        said.add("amended #%d by %d %d@%d%s".formatted(id, participant, quantity, price, keeps ? " in turn" : ""));
        order.price = limit;
        order.open = quantity;
        if (!keeps) {
            order.rests = false;
            boolean stopped = trades && trade(order);
            if (orders.contains(order)) {
                rest(order, stopped);
            }
        }
        tellTop();
        return RejectReason.NONE;
    }

    RejectReason reduce(long id, int participant, long by) {
        if (by <= 0) {
            return RejectReason.QUANTITY_NOT_POSITIVE;
        }
        NaiveOrder order = find(id);
        if (order == null || order.participant != participant) {
            return RejectReason.ORDER_UNKNOWN;
        }
        if (by >= order.open) {
            return cancel(id, participant);
        }
        order.open -= by;
        said.add("amended #%d by %d %d@%d in turn"
                .formatted(id, participant, order.open, order.market ? 0 : order.price));
        tellTop();
        return RejectReason.NONE;
    }

    RejectReason cancel(long id, int participant) {
        NaiveOrder order = find(id);
        if (order == null || order.participant != participant) {
            return RejectReason.ORDER_UNKNOWN;
        }
        end(order, Ending.CANCELLED);
        tellTop();
        return RejectReason.NONE;
    }

    void cancelAll(int participant) {
        orders.stream()
                .filter(o -> o.participant == participant)
                .sorted(Comparator.comparing(o -> o.came))
                .toList()
                .forEach(o -> end(o, Ending.MASS_CANCELLED));
        tellTop();
    }

    void disconnect(int participant, long session) {
        orders.stream()
                .filter(o -> o.participant == participant && o.session == session)
                .sorted(Comparator.comparing(o -> o.came))
                .toList()
                .forEach(o -> end(o, Ending.DISCONNECTED));
        tellTop();
    }

    void closeDay() {
        for (boolean buys : new boolean[] {true, false}) {
            queue(buys).stream().filter(o -> o.day).forEach(o -> end(o, Ending.DAY_CLOSED));
        }
        tellTop();
    }

    boolean crosses() {
        return queue(true).stream()
                .anyMatch(b -> queue(false).stream().anyMatch(s -> b.market || s.market || b.price >= s.price));
    }

    long nextExpiry() {
        return orders.stream().mapToLong(o -> o.expiresAt).min().orElse(Long.MAX_VALUE);
    }

    void say(String line) {
        said.add(line);
    }

    void expire(long now) {
        orders.stream()
                .filter(o -> o.expiresAt <= now)
                .sorted(Comparator.comparing((NaiveOrder o) -> o.expiresAt).thenComparing(o -> o.id))
                .toList()
                .forEach(o -> end(o, Ending.EXPIRED));
        tellTop();
    }

    RejectReason turn(BookPhase to) {
        if (phase == to) {
            return RejectReason.WRONG_BOOK_PHASE;
        }
        phase = to;
        said.add("phase %s 0".formatted(to));
        return RejectReason.NONE;
    }

    /** Price, volume and imbalance of a cross now; three zeros where nothing would trade. */
    long[] indicative() {
        TreeSet<Long> limits = new TreeSet<>();
        orders.stream().filter(o -> !o.market).forEach(o -> limits.add(o.price));
        boolean marketsAlone = limits.stream().allMatch(limit -> volumeAt(limit) == 0);
        if (marketsAlone && reference != 0 && volumeAt(reference) > 0) {
            return new long[] {reference, volumeAt(reference), surplusAt(reference)};
        }
        long most = limits.stream().mapToLong(this::volumeAt).max().orElse(0);
        limits.removeIf(limit -> volumeAt(limit) < most || most == 0);
        long least = limits.stream()
                .mapToLong(limit -> Math.abs(surplusAt(limit)))
                .min()
                .orElse(0);
        limits.removeIf(limit -> Math.abs(surplusAt(limit)) > least);
        if (limits.isEmpty()) {
            return new long[3];
        }
        long price;
        if (limits.stream().allMatch(limit -> surplusAt(limit) > 0)) {
            price = limits.last();
        } else if (reference == 0 || limits.stream().allMatch(limit -> surplusAt(limit) < 0)) {
            price = limits.first();
        } else {
            price = limits.descendingSet().stream()
                    .min(Comparator.comparing(limit -> Math.abs(limit - reference)))
                    .orElseThrow();
        }
        return new long[] {price, volumeAt(price), surplusAt(price)};
    }

    private long sumAt(long price, boolean buys) {
        return queue(buys).stream()
                .filter(o -> o.market || o.allows(price))
                .mapToLong(o -> o.open)
                .sum();
    }

    private long volumeAt(long price) {
        return Math.min(sumAt(price, true), sumAt(price, false));
    }

    private long surplusAt(long price) {
        return sumAt(price, true) - sumAt(price, false);
    }

    RejectReason cross() {
        if (phase != BookPhase.CALL) {
            return RejectReason.WRONG_BOOK_PHASE;
        }
        long[] found = indicative();
        boolean markets = queue(true).stream().anyMatch(o -> o.market)
                && queue(false).stream().anyMatch(o -> o.market);
        if (found[0] == 0 && markets) {
            return RejectReason.NO_PRICE;
        }
        for (long left = found[1]; left > 0; ) {
            NaiveOrder buy = queue(true).get(0);
            NaiveOrder sell = queue(false).get(0);
            long quantity = Math.min(left, Math.min(buy.open, sell.open));
            said.add("crossed %d@%d buy #%d of %d sell #%d of %d"
                    .formatted(quantity, found[0], buy.id, buy.participant, sell.id, sell.participant));
            exchange(buy, sell, quantity, found[0]);
            left -= quantity;
        }
        reference = found[0] != 0 ? found[0] : reference;
        phase = BookPhase.CONTINUOUS;
        said.add("phase CONTINUOUS " + found[0]);
        tellTop();
        return RejectReason.NONE;
    }

    private long openAt(boolean buys, long price) {
        return queue(buys).stream()
                .filter(o -> !o.market && o.price == price)
                .mapToLong(o -> o.open)
                .sum();
    }

    private void tellTop() {
        long bid = bestLimit(true);
        long ask = bestLimit(false);
        String top = "top %d@%d %d@%d".formatted(openAt(true, bid), bid, openAt(false, ask), ask);
        if (!top.equals(toldTop)) {
            said.add(top);
            toldTop = top;
        }
    }
}
