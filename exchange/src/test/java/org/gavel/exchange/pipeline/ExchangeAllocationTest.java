package org.gavel.exchange.pipeline;

import static java.util.stream.Collectors.toMap;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.gavel.exchange.api.Reply;
import org.gavel.exchange.journal.Durability;
import org.gavel.exchange.journal.envelope.LogSettings;
import org.gavel.protocol.codec.json.Sealer;
import org.gavel.protocol.command.Command;
import org.gavel.protocol.command.CreditUnits;
import org.gavel.protocol.command.MoveOrder;
import org.gavel.protocol.command.OpenBook;
import org.gavel.protocol.command.Origin;
import org.gavel.protocol.command.PlaceOrder;
import org.gavel.protocol.command.RegisterParticipant;
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
import org.junit.jupiter.api.io.TempDir;

/** The whole hot path on its threads: journaled and forced, applied, told and published. */
final class ExchangeAllocationTest {
    private static final int MOVES = 400_000;
    private static final int MOST_UNDERWAY = 8_000;
    private static final int BOOK = 7;

    /** What one thread may allocate for all moves together, as buffers still grow; the least object is 16 bytes. */
    private static final long SLACK = 10L * MOVES;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final AtomicInteger told = new AtomicInteger();
    private final AtomicInteger accepted = new AtomicInteger();
    private final Reply reply = answer -> {
        accepted.addAndGet(answer.accepted() ? 1 : 0);
        told.incrementAndGet();
    };

    @TempDir
    private Path directory;

    private static long openBook(Venue venue) {
        BookTerms terms = new BookTerms(new Money(1), new Money(1), new Money(1_000_000));
        Title title = new Title("", "units");
        venue.staff(new OpenBook(BOOK, "UNITS", title, terms, Money.ZERO, TradingDay.OPEN_END, "a test"));
        venue.staff(new RegisterParticipant(Venue.ALICE, ""));
        venue.staff(new CreditUnits(Venue.ALICE, "UNITS", 1_000));
        Command order = new PlaceOrder(
                BOOK,
                0,
                Side.SELL,
                OrderType.LIMIT,
                new Money(5_000),
                10,
                TimeInForce.GTC,
                0,
                false,
                SelfTrade.CANCEL_OLDEST,
                false);
        return venue.bidder(Venue.ALICE, "order0", order).sequence();
    }

    /** Each with a client id above all before it. */
    private void move(Venue venue, long order, int from) {
        for (int at = from; at < from + MOVES; at++) {
            while (at - told.get() >= MOST_UNDERWAY) {
                LockSupport.parkNanos(100_000);
            }
            ClientId cid = ClientId.parse("order" + (1_000_000 + at));
            Origin origin = new Origin(Venue.ALICE, 0, cid, 1, 0, 1, Role.BIDDER, Channel.ONLINE);
            venue.exchange().submit(origin, new MoveOrder(BOOK, 0, order, new Money(4_000 + at % 1_000)), reply);
        }
        await().atMost(Duration.ofSeconds(60)).until(() -> told.get() == from + MOVES);
    }

    private Map<String, Long> allocated() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().matches("gavel-(pipeline|scribe|publisher)"))
                .collect(toMap(Thread::getName, thread -> threads.getThreadAllocatedBytes(thread.getId())));
    }

    @Test
    void theThreadsOfTheExchangeMakeNoGarbage() {
        ExchangeSettings settings = new ExchangeSettings(
                "TEST", directory, Durability.DISK, LogSettings.daily(), Sealer.NONE, Integer.MAX_VALUE, 1, "test");
        try (Venue venue = new Venue(settings)) {
            long order = openBook(venue);
            move(venue, order, 0);
            Map<String, Long> before = allocated();
            move(venue, order, MOVES);
            Map<String, Long> after = allocated();
            assertEquals(2 * MOVES, accepted.get());
            assertEquals(3, before.size(), before.toString());
            before.forEach((thread, bytes) -> {
                long more = after.get(thread) - bytes;
                assertTrue(more < SLACK, () -> thread + ": " + more + " bytes for " + MOVES + " commands");
            });
        }
    }
}
