package org.gavel.exchange.engine.book;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.gavel.exchange.engine.MarketFixture;
import org.gavel.exchange.engine.Submission;
import org.gavel.exchange.kit.Effort;
import org.gavel.exchange.view.BookOrders;
import org.gavel.exchange.view.BookOrders.Depth;
import org.gavel.exchange.view.BookOrders.DepthLevel;
import org.gavel.protocol.command.AmendOrder;
import org.gavel.protocol.command.CallBook;
import org.gavel.protocol.command.CancelOrder;
import org.gavel.protocol.command.CancelOrders;
import org.gavel.protocol.command.CloseBook;
import org.gavel.protocol.command.Command;
import org.gavel.protocol.command.CreditDeposit;
import org.gavel.protocol.command.CreditUnits;
import org.gavel.protocol.command.CrossBook;
import org.gavel.protocol.command.HaltBook;
import org.gavel.protocol.command.MoveOrder;
import org.gavel.protocol.command.OpenBook;
import org.gavel.protocol.command.Origin;
import org.gavel.protocol.command.PlaceOrder;
import org.gavel.protocol.command.ReduceOrder;
import org.gavel.protocol.command.RegisterParticipant;
import org.gavel.protocol.command.ReportDisconnect;
import org.gavel.protocol.command.ResumeBook;
import org.gavel.protocol.command.StartTradingDay;
import org.gavel.protocol.command.WithdrawDeposit;
import org.gavel.protocol.event.BookEvent;
import org.gavel.protocol.event.Event;
import org.gavel.protocol.event.TopOfBook;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.BookPhase;
import org.gavel.protocol.value.BookTerms;
import org.gavel.protocol.value.Channel;
import org.gavel.protocol.value.ClientId;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.OrderType;
import org.gavel.protocol.value.Role;
import org.gavel.protocol.value.SelfTrade;
import org.gavel.protocol.value.Side;
import org.gavel.protocol.value.TimeInForce;
import org.gavel.protocol.value.Title;
import org.gavel.protocol.value.TradingDay;
import org.junit.jupiter.api.Test;

/** Commands in, events out: the whole market against the naive book, event for event and fen for fen. */
class BookMarketPropertyTest {
    private static final long FIRST_SEED = Long.getLong("gavel.seed", 20_260_101L);
    private static final int BOOK = 3;
    private static final int PARTICIPANTS = 5;
    private static final int RUNS = Effort.times(60);
    private static final int STEPS = 400;
    private static final List<TimeInForce> FORCES = List.of(TimeInForce.values());
    private static final List<SelfTrade> SELF_TRADES = List.of(SelfTrade.values());

    private Random random;
    private MarketFixture market;
    private NaiveDay day;
    private NaiveBook naive;
    private BookStory story;
    private BookOrders outside;
    private TopOfBook top;
    private long now;
    private String where;
    private final int[] seen = new int[8];

    @Test
    void doesWhatTheNaiveBookDoes() {
        for (long seed = FIRST_SEED; seed < FIRST_SEED + RUNS; seed++) {
            try {
                run(seed);
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("repeat with -Dgavel.seed=" + seed + " at " + where + ": " + e, e);
            }
        }
        for (int kind = 0; kind < seen.length; kind++) {
            assertTrue(seen[kind] > RUNS / 4, "of kind " + kind + " only " + seen[kind]);
        }
    }

    private void run(long seed) {
        random = new Random(seed);
        begin();
        for (int i = 0; i < STEPS; i++) {
            now += random.nextInt(12);
            market.atMicros(now);
            day.passTo(now);
            step();
        }
        finish();
    }

    private void begin() {
        now = MarketFixture.time(0);
        long tick = 1L + random.nextInt(3);
        int band = random.nextInt(3) == 0 ? 0 : 40 + random.nextInt(random.nextBoolean() ? 900 : 100);
        naive = new NaiveBook(tick, 10 * tick, 2_000 * tick, band);
        naive.phase = BookPhase.CLOSED;
        day = new NaiveDay(naive, 40, 9);
        story = new BookStory();
        outside = new BookOrders();
        top = new TopOfBook(BOOK, Money.ZERO, 0, Money.ZERO, 0);
        market = MarketFixture.venue().atMicros(now);
        for (int participant = 1; participant <= PARTICIPANTS; participant++) {
            long wealth = participant == PARTICIPANTS ? 30_000 : 900_000 * tick;
            long units = participant == PARTICIPANTS ? 40 : 2_000;
            int number = 100 + participant;
            market.staff(new RegisterParticipant(number, ""));
            market.staff(new CreditDeposit(number, new Money(wealth), "bank"));
            story.lines(market.last());
            market.staff(new CreditUnits(number, "POOL", units));
            naive.own(number, wealth, units);
        }
        BookTerms terms = new BookTerms(
                new Money(tick),
                new Money(10 * tick),
                new Money(2_000 * tick),
                band,
                Duration.ofNanos(40_000),
                Duration.ZERO,
                Duration.ofNanos(9_000),
                false);
        TradingDay first = aDay();
        naive.reference = random.nextBoolean() ? 0 : 1_000 * tick;
        market.staff(
                new OpenBook(BOOK, "POOL", new Title("份额", "Units"), terms, new Money(naive.reference), first, "x"));
        assertEquals(RejectReason.NONE, day.askStart(first, now));
        day.passTo(now);
        compare(RejectReason.NONE);
    }

    private TradingDay aDay() {
        long call = now + 1 + random.nextInt(20);
        long cross = call + 1 + random.nextInt(60);
        long closing = cross + 1 + random.nextInt(900);
        long close = closing + 1 + random.nextInt(60);
        return switch (random.nextInt(5)) {
            case 0 -> TradingDay.OPEN_END;
            case 1 -> new TradingDay(call, cross, closing, close);
            case 2 -> new TradingDay(0, cross, 0, close);
            case 3 -> new TradingDay(0, 0, closing, close);
            default -> new TradingDay(0, cross, 0, 0);
        };
    }

    private void step() {
        int what = random.nextInt(100);
        BookPhase before = naive.phase;
        if (what < 62) {
            place();
        } else if (what < 80) {
            change();
        } else if (what < 87) {
            cancelMany();
        } else {
            staff(what - 87);
        }
        if (what < 80 && before == BookPhase.CONTINUOUS && naive.phase == BookPhase.CALL) {
            seen[0]++;
        }
    }

    private int someone() {
        return 101 + random.nextInt(PARTICIPANTS);
    }

    private long price() {
        return naive.tick() * (1_000 + Math.round(random.nextGaussian() * 25)) + (random.nextInt(60) == 0 ? 1 : 0);
    }

    private void submit(int actor, Role role, long session, Command command) {
        where = command.toString();
        Channel channel = role == Role.BIDDER ? Channel.ONLINE : Channel.CONSOLE;
        Origin origin = new Origin(actor, 0, ClientId.NONE, session, 0, 0, role, channel);
        market.apply(new Submission(now, origin, command));
    }

    private void place() {
        int participant = someone();
        NaiveOrder order = new NaiveOrder();
        order.id = market.market().sequence() + 1;
        order.participant = participant;
        order.buys = random.nextBoolean();
        order.market = random.nextInt(naive.reference == 0 ? 2 : 7) == 0;
        order.price = order.market ? 0 : price();
        order.open = 1L + random.nextInt(30);
        TimeInForce force = random.nextBoolean() ? TimeInForce.GTC : FORCES.get(random.nextInt(FORCES.size()));
        order.day = force == TimeInForce.DAY;
        order.expiresAt = force == TimeInForce.GTD ? Math.max(1, now + random.nextInt(60)) : Long.MAX_VALUE;
        order.postOnly = !order.market && force.rests() && random.nextInt(6) == 0;
        order.selfTrade = SELF_TRADES.get(random.nextInt(SELF_TRADES.size()));
        boolean ends = random.nextInt(5) == 0;
        long session = 1L + random.nextInt(2);
        order.session = ends ? session : 0;
        submit(
                participant,
                Role.BIDDER,
                session,
                new PlaceOrder(
                        BOOK,
                        0,
                        order.buys ? Side.BUY : Side.SELL,
                        order.market ? OrderType.MARKET : OrderType.LIMIT,
                        order.market ? null : new Money(order.price),
                        order.open,
                        force,
                        force == TimeInForce.GTD ? order.expiresAt : 0,
                        order.postOnly,
                        order.selfTrade,
                        ends));
        Execution execution =
                switch (force) {
                    case IOC -> Execution.IOC;
                    case FOK -> Execution.FOK;
                    default -> order.postOnly ? Execution.POST_ONLY : Execution.RESTING;
                };
        acted(() -> naive.place(order, execution, now));
    }

    /** The naive answer, and what follows from it for the calls. */
    private void acted(Supplier<RejectReason> act) {
        BookPhase before = naive.phase;
        RejectReason refusal = act.get();
        if (before == BookPhase.CONTINUOUS && naive.phase == BookPhase.CALL) {
            day.interrupted(now);
        }
        if (refusal == RejectReason.NONE) {
            day.changed(now);
        }
        day.passTo(now);
        compare(refusal);
    }

    private NaiveOrder anOrder() {
        List<NaiveOrder> resting = naive.all();
        if (resting.isEmpty() || random.nextInt(25) == 0) {
            NaiveOrder nobody = new NaiveOrder();
            nobody.id = 1L + random.nextInt(200);
            nobody.participant = someone();
            return nobody;
        }
        return resting.get(random.nextInt(resting.size()));
    }

    private void change() {
        NaiveOrder order = anOrder();
        long id = order.id;
        int participant = random.nextInt(20) == 0 ? someone() : order.participant;
        long price = order.market ? 0 : random.nextInt(3) == 0 ? order.price : price();
        switch (random.nextInt(4)) {
            case 0 -> {
                long quantity = 1L + random.nextInt(40);
                submit(participant, Role.BIDDER, 0, new AmendOrder(BOOK, 0, id, new Money(price), quantity));
                acted(() -> naive.amend(id, participant, price, quantity));
            }
            case 1 -> {
                long to = price();
                submit(participant, Role.BIDDER, 0, new MoveOrder(BOOK, 0, id, new Money(to)));
                acted(() -> naive.amend(id, participant, to, Math.max(1, order.open)));
            }
            case 2 -> {
                long by = 1L + random.nextInt(20);
                submit(participant, Role.BIDDER, 0, new ReduceOrder(BOOK, 0, id, by));
                acted(() -> naive.reduce(id, participant, by));
            }
            default -> {
                submit(MarketFixture.CLERK, Role.CLERK, 0, new CancelOrder(BOOK, participant, id));
                acted(() -> naive.cancel(id, participant));
            }
        }
    }

    private void cancelMany() {
        int participant = someone();
        int before = naive.all().size();
        if (random.nextInt(3) > 0) {
            long session = 1L + random.nextInt(2);
            submit(0, Role.SYSTEM, 0, new ReportDisconnect(participant, session));
            naive.disconnect(participant, session);
        } else {
            submit(participant, Role.BIDDER, 0, new CancelOrders(random.nextBoolean() ? 0 : BOOK, 0));
            naive.cancelAll(participant);
        }
        if (naive.all().size() < before) {
            day.changed(now);
        }
        day.passTo(now);
        compare(RejectReason.NONE);
    }

    private void staff(int kind) {
        long crossAt = random.nextInt(4) == 0 ? 0 : random.nextInt(4) == 0 ? day.closesAt() : now + random.nextInt(80);
        Command command;
        RejectReason refusal;
        if (kind < 2) {
            command = new CallBook(BOOK, crossAt, "x");
            refusal = day.askCall(crossAt, now);
        } else if (kind < 4) {
            command = new CrossBook(BOOK, "x");
            refusal = day.askCross();
        } else if (kind < 5) {
            command = new HaltBook(BOOK, "x");
            refusal = day.askHalt();
        } else if (kind < 8) {
            command = new ResumeBook(BOOK, crossAt, "x");
            refusal = day.askResume(crossAt, now);
        } else if (kind < 9) {
            command = new CloseBook(BOOK, "x");
            refusal = day.askClose();
        } else {
            TradingDay next = aDay();
            command = new StartTradingDay(BOOK, next, "x");
            refusal = day.askStart(next, now);
        }
        submit(MarketFixture.CLERK, Role.CLERK, 0, command);
        day.passTo(now);
        compare(refusal);
    }

    private void compare(RejectReason refusal) {
        List<String> lines = story.lines(market.last());
        assertEquals(naive.take(), lines);
        assertEquals(refusal, market.request().reason());
        compareWithOutside();
        for (int number = 101; number <= 100 + PARTICIPANTS; number++) {
            assertEquals(naive.freeMoney(number), story.freeMoney(number));
            assertEquals(naive.heldMoney(number), story.heldMoney(number));
        }
        if (refusal == RejectReason.MONEY_INSUFFICIENT || refusal == RejectReason.UNITS_INSUFFICIENT) {
            seen[1]++;
        }
        if (refusal != RejectReason.NONE && random.nextInt(400) == 0) {
            market.expectNothingChanged();
            seen[2]++;
        }
        lines.forEach(this::count);
    }

    /** Whoever has only the public events knows the same best limits. */
    private void compareWithOutside() {
        for (Event event : market.last()) {
            if (event instanceof BookEvent about) {
                outside.on(about);
                top = about instanceof TopOfBook now ? now : top;
            }
        }
        outside.changes();
        Depth depth = outside.depth(2);
        DepthLevel bid = limit(depth.bids());
        DepthLevel ask = limit(depth.asks());
        assertEquals(top, new TopOfBook(BOOK, bid.price(), bid.quantity(), ask.price(), ask.quantity()));
    }

    private static DepthLevel limit(List<DepthLevel> levels) {
        return levels.stream()
                .filter(level -> level.price().fen() != 0)
                .findFirst()
                .orElse(new DepthLevel(Money.ZERO, 0, 0));
    }

    private void count(String line) {
        seen[3] += line.startsWith("crossed") ? 1 : 0;
        seen[4] += line.endsWith("SELF_TRADE") ? 1 : 0;
        seen[5] += line.endsWith("DISCONNECTED") ? 1 : 0;
        seen[6] += line.endsWith("DAY_CLOSED") ? 1 : 0;
        seen[7] += line.endsWith("EXPIRED") ? 1 : 0;
    }

    /** Everything is cancelled and paid out to the last fen and not one more; the same again gives the same bytes. */
    private void finish() {
        AuditedBook audited = new AuditedBook(BOOK, "POOL", market.history());
        for (int number = 101; number <= 100 + PARTICIPANTS; number++) {
            audited.expect(naive, number);
        }
        for (int number = 101; number <= 100 + PARTICIPANTS; number++) {
            submit(number, Role.BIDDER, 0, new CancelOrders(0, 0));
            naive.cancelAll(number);
            long free = naive.freeMoney(number);
            if (free > 0) {
                market.staff(new WithdrawDeposit(number, new Money(free), "bank"))
                        .expectAccepted();
            }
            market.staff(new WithdrawDeposit(number, new Money(1), "bank"))
                    .expectRefused(RejectReason.FUNDS_INSUFFICIENT);
        }
        MarketFixture again = market.replayed();
        assertEquals(market.history(), again.history());
        assertArrayEquals(market.stateHash(), again.stateHash());
    }
}
