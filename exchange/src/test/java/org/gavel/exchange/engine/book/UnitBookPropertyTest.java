package org.gavel.exchange.engine.book;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.gavel.exchange.engine.book.holding.Positions;
import org.gavel.exchange.engine.book.resting.Expiries;
import org.gavel.exchange.engine.book.resting.OrderStore;
import org.gavel.exchange.kit.Effort;
import org.gavel.exchange.snapshot.graph.MarketImage;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.BookPhase;
import org.gavel.protocol.value.SelfTrade;
import org.junit.jupiter.api.Test;

/** Thousands of random days of trading, the book against the naive book, event for event and holding for holding. */
class UnitBookPropertyTest {
    private static final int INSTRUMENT = 7;
    private static final int PARTICIPANTS = 5;
    private static final int DAYS = Effort.times(1_200);
    private static final int STEPS = 120;
    private static final long[] SPREADS = {8, 40, 300};
    private static final List<SelfTrade> SELF_TRADES = List.of(SelfTrade.values());
    private static final List<Execution> EXECUTIONS = List.of(Execution.values());

    private final Transcript said = new Transcript();
    private final NewOrder in = new NewOrder();
    private final int[] seen = new int[6];
    private int behindOwn;

    private Random random;
    private Positions positions;
    private OrderDesk desk;
    private CallAuction auction;
    private OrderBook book;
    private NaiveBook naive;
    private long spread;
    private long tick;
    private long now;
    private long lastId;
    private String last;

    @Test
    void everyEventAndEveryHoldingIsThatOfTheNaiveBook() {
        for (int seed = 0; seed < DAYS; seed++) {
            begin(seed);
            for (int step = 0; step < STEPS; step++) {
                String where = "seed " + seed + " step " + step + ": ";
                step(where);
                compare(where + last);
                if (step % 30 == 17) {
                    restore(where);
                }
            }
            behindOwn += naive.filledBehindOwn;
        }
        assertTrue(behindOwn > 20, behindOwn + " filled behind own orders beyond the band");
        for (int count : seen) {
            assertTrue(
                    count > 300,
                    count + ": trades, crosses, self trades, interruptions, expiries and refusals all came");
        }
    }

    private void begin(int seed) {
        random = new Random(seed);
        OrderStore store = new OrderStore();
        positions = new Positions();
        desk = new OrderDesk(store, positions);
        auction = new CallAuction(desk, positions);
        book = new OrderBook(INSTRUMENT, store);
        tick = random.nextInt(4) == 0 ? 5 : 1;
        spread = SPREADS[random.nextInt(SPREADS.length)];
        int band = random.nextBoolean() ? 0 : 150;
        long middle = 1_000;
        long lowest = Math.max(tick, middle - spread * tick); // As terms: no price is below one tick.
        naive = new NaiveBook(tick, lowest, middle + spread * tick, band);
        book.acceptLimits(tick, lowest, middle + spread * tick);
        book.acceptBand(band);
        if (random.nextBoolean()) {
            book.reference(middle);
            naive.reference = middle;
        }
        for (int participant = 1; participant <= PARTICIPANTS; participant++) {
            long money = 40_000L + random.nextInt(400_000);
            long units = random.nextInt(400);
            positions.register(participant);
            positions.creditMoney(participant, money);
            positions.creditUnits(INSTRUMENT, participant, units);
            naive.own(participant, money, units);
        }
        now = 0;
        lastId = 0;
    }

    /** Everything a day consists of, as one object. */
    private record Day(Positions positions, OrderDesk desk, CallAuction auction, OrderBook book) {}

    /** The day goes on with books made again from their bytes (I6). */
    private void restore(String where) {
        byte[] written = MarketImage.bytes(new Day(positions, desk, auction, book));
        Day day = (Day) MarketImage.made(written);
        assertArrayEquals(written, MarketImage.bytes(day), where + "written again");
        positions = day.positions;
        desk = day.desk;
        auction = day.auction;
        book = day.book;
    }

    private void step(String where) {
        now += random.nextInt(3);
        desk.ends().expire(book, now, said);
        naive.expire(now);
        int what = random.nextInt(100);
        if (what < 55) {
            place(where);
        } else if (what < 75) {
            amend(where);
        } else if (what < 87) {
            shrink(where);
        } else if (what < 89) {
            int participant = 1 + random.nextInt(PARTICIPANTS + 1);
            last = "cancel all of " + participant;
            desk.ends().cancelAll(book, participant, said);
            naive.cancelAll(participant);
        } else {
            turn(where);
        }
    }

    private long price() {
        double near = random.nextGaussian() * spread / 3;
        return 1_000 + Math.round(near) * tick + (random.nextInt(50) == 0 ? 1 : 0);
    }

    private void place(String where) {
        NaiveOrder order = new NaiveOrder();
        order.id = random.nextInt(40) == 0 && lastId > 0 ? 1L + random.nextInt((int) lastId) : ++lastId;
        order.participant = 1 + random.nextInt(PARTICIPANTS + (random.nextInt(20) == 0 ? 1 : 0));
        order.buys = random.nextBoolean();
        order.market = random.nextInt(6) == 0;
        order.price = order.market ? 0 : price();
        order.open = random.nextInt(30);
        order.expiresAt = random.nextInt(4) == 0 ? now + random.nextInt(40) : Expiries.NEVER;
        order.selfTrade = SELF_TRADES.get(random.nextInt(4));
        int kind = random.nextInt(11);
        Execution execution = kind < 4 ? EXECUTIONS.get(kind) : Execution.RESTING;
        if (kind > 8) {
            execution = Execution.FOK;
            meetThemself(order);
        }
        order.postOnly = execution == Execution.POST_ONLY;
        if (order.market) {
            in.market(order.id, order.participant, order.buys, order.open);
        } else {
            in.limit(order.id, order.participant, order.buys, order.price, order.open);
        }
        in.execution(execution).selfTrade(order.selfTrade).expiresAt(order.expiresAt);
        last = "place #%d of %d %s %d@%d %s %s"
                .formatted(
                        order.id,
                        order.participant,
                        order.buys ? "B" : "S",
                        order.open,
                        order.price,
                        execution,
                        order.selfTrade);
        RejectReason refusal = desk.checkPlace(book, in, now);
        assertEquals(naive.place(order, execution, now), refusal, where + last);
        if (refusal == RejectReason.NONE) {
            desk.acceptPlace(book, in, said);
        }
        seen[0] += refusal == RejectReason.NONE ? 0 : 1;
    }

    /** Whoever stands first on the other side takes what is behind, at any price. */
    private void meetThemself(NaiveOrder order) {
        List<NaiveOrder> others = naive.queue(!order.buys);
        if (!others.isEmpty() && !order.market) {
            order.participant = others.get(0).participant;
            order.selfTrade = SelfTrade.CANCEL_OLDEST;
            order.price = order.buys ? book.highest() : book.lowest();
            order.open = 1L + random.nextInt(8);
        }
    }

    private long anId() {
        List<NaiveOrder> resting = naive.all();
        return resting.isEmpty() || random.nextInt(20) == 0
                ? 1L + random.nextInt((int) lastId + 1)
                : resting.get(random.nextInt(resting.size())).id;
    }

    private NaiveOrder known(long id) {
        return naive.all().stream().filter(o -> o.id == id).findFirst().orElseGet(NaiveOrder::new);
    }

    private void amend(String where) {
        long id = anId();
        NaiveOrder order = known(id);
        int participant = random.nextInt(20) == 0 ? 1 : order.participant;
        boolean samePrice = random.nextInt(3) == 0;
        long price = samePrice ? order.market ? 0 : order.price : random.nextBoolean() ? price() : order.price + tick;
        long quantity = random.nextBoolean() ? order.open : random.nextInt(40);
        last = "amend #%d by %d %d@%d".formatted(id, participant, quantity, price);
        RejectReason refusal = desk.checkAmend(book, id, participant, price, quantity);
        assertEquals(naive.amend(id, participant, price, quantity), refusal, where + last);
        if (refusal == RejectReason.NONE) {
            desk.acceptAmend(book, price, quantity, said);
        }
    }

    private void shrink(String where) {
        long id = anId();
        int participant = random.nextInt(20) == 0 ? 1 : known(id).participant;
        if (random.nextBoolean()) {
            long by = random.nextInt(20);
            last = "reduce #%d by %d".formatted(id, by);
            RejectReason refusal = desk.checkReduce(book, id, participant, by);
            assertEquals(naive.reduce(id, participant, by), refusal, where + last);
            if (refusal == RejectReason.NONE) {
                desk.acceptReduce(book, by, said);
            }
        } else {
            last = "cancel #%d".formatted(id);
            RejectReason refusal = desk.checkCancel(book, id, participant);
            assertEquals(naive.cancel(id, participant), refusal, where + last);
            if (refusal == RejectReason.NONE) {
                desk.acceptCancel(book, said);
            }
        }
    }

    private void turn(String where) {
        int kind = random.nextInt(10);
        last = "turn " + kind;
        if (kind < 3) {
            RejectReason refusal = auction.checkCall(book);
            assertEquals(naive.turn(BookPhase.CALL), refusal, where + last);
            if (refusal == RejectReason.NONE) {
                auction.acceptCall(book, said);
            }
        } else if (kind < 4) {
            RejectReason refusal = auction.checkHalt(book);
            assertEquals(naive.turn(BookPhase.HALTED), refusal, where + last);
            if (refusal == RejectReason.NONE) {
                auction.acceptHalt(book, said);
            }
        } else {
            RejectReason refusal = auction.checkCross(book);
            assertEquals(naive.cross(), refusal, where + last);
            if (refusal == RejectReason.NONE) {
                auction.acceptCross(book, said);
            }
        }
    }

    private void compare(String where) {
        List<String> events = said.take();
        assertEquals(naive.take(), events, where);
        assertEquals(naive.phase, book.phase(), where);
        assertEquals(naive.reference, book.reference(), where);
        for (int participant = 1; participant <= PARTICIPANTS; participant++) {
            int position = positions.position(INSTRUMENT, participant);
            assertEquals(naive.freeMoney(participant), positions.free(position, true), where);
            assertEquals(naive.heldMoney(participant), positions.held(position, true), where);
            assertEquals(naive.freeUnits(participant), positions.free(position, false), where);
            assertEquals(naive.heldUnits(participant), positions.held(position, false), where);
        }
        compareQueue(true, where);
        compareQueue(false, where);
        auction.find(book);
        long[] expected = naive.indicative();
        assertEquals(expected[0], auction.price(), where);
        assertEquals(expected[1], auction.volume(), where);
        assertEquals(expected[2], auction.imbalance(), where);
        count(events);
    }

    private void compareQueue(boolean buys, String where) {
        List<String> expected = new ArrayList<>();
        naive.queue(buys).forEach(o -> expected.add(o.id + " " + o.participant + " " + o.open));
        List<String> actual = new ArrayList<>();
        book.orders(buys, new BookReader() {
            @Override
            public void order(long order, int participant, long price, long quantity) {
                actual.add(order + " " + participant + " " + quantity);
            }
        });
        assertEquals(expected, actual, where);
    }

    private void count(List<String> events) {
        for (String event : events) {
            seen[1] += event.startsWith("traded") ? 1 : 0;
            seen[2] += event.startsWith("crossed") ? 1 : 0;
            seen[3] += event.endsWith("SELF_TRADE") ? 1 : 0;
            seen[4] += event.startsWith("phase CALL") && !event.endsWith(" 0") ? 1 : 0;
            seen[5] += event.endsWith("EXPIRED") ? 1 : 0;
        }
    }
}
