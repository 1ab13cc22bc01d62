package org.gavel.exchange.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.agrona.ExpandableArrayBuffer;
import org.gavel.exchange.engine.Market;
import org.gavel.exchange.eventlog.EventRecorder;
import org.gavel.protocol.codec.json.Sealer;
import org.gavel.protocol.codec.sbe.CommandEncoder;
import org.gavel.protocol.command.CancelOrder;
import org.gavel.protocol.command.Command;
import org.gavel.protocol.command.CreditDeposit;
import org.gavel.protocol.command.CreditUnits;
import org.gavel.protocol.command.MoveOrder;
import org.gavel.protocol.command.OpenBook;
import org.gavel.protocol.command.Origin;
import org.gavel.protocol.command.PlaceOrder;
import org.gavel.protocol.command.ReduceOrder;
import org.gavel.protocol.command.RegisterParticipant;
import org.gavel.protocol.reject.RejectReason;
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

/** The hot path from a record's bytes to its events' bytes and hash: an order placed, moved, reduced and cancelled. */
final class OrderRecordAllocationTest {
    private static final int ROUNDS = 20_000;
    private static final int RECORDS = 4 * ROUNDS;
    private static final int LENGTH = 160;
    private static final int BOOK = 7;
    private static final int TRADER = 12;

    /** What the measuring itself and the JVM may cost, in bytes, for all records together. */
    private static final long SLACK = 16_384;

    private static final Origin OPERATOR = new Origin(1, 0, ClientId.NONE, 0, 0, 0, Role.OPERATOR, Channel.CONSOLE);

    private final Market market = new Market();
    private final EventRecorder events = new EventRecorder((ordinal, time, body, offset, length) -> {});
    private final EngineHost host = new EngineHost(market, Sealer.NONE, events);
    private final CommandEncoder encoder = new CommandEncoder(Sealer.NONE);
    private final ExpandableArrayBuffer bytes = new ExpandableArrayBuffer(RECORDS * LENGTH);
    private final int[] lengths = new int[RECORDS];

    private void apply(Origin origin, Command command) {
        int length = encoder.encode(origin, command, bytes, 0);
        host.onRecord(market.sequence() + 1, 1, bytes, 0, length);
        assertEquals(RejectReason.NONE, host.request().reason());
    }

    private void openBook() {
        apply(Origin.VENUE, GenesisTerms.of("Test venue", 1 << 20));
        BookTerms terms = new BookTerms(new Money(1), new Money(1), new Money(1_000_000));
        Title title = new Title("", "units");
        apply(OPERATOR, new OpenBook(BOOK, "UNITS", title, terms, Money.ZERO, TradingDay.OPEN_END, "a test"));
        apply(OPERATOR, new RegisterParticipant(TRADER, ""));
        apply(OPERATOR, new CreditUnits(TRADER, "UNITS", 1_000_000));
        apply(OPERATOR, new CreditDeposit(TRADER, new Money(10_000_000_000L), ""));
    }

    private Command command(int at, long order) {
        return switch (at % 4) {
            case 0 ->
                new PlaceOrder(
                        BOOK,
                        0,
                        at % 8 == 0 ? Side.BUY : Side.SELL,
                        OrderType.LIMIT,
                        new Money(5_000),
                        10,
                        TimeInForce.GTC,
                        0,
                        false,
                        SelfTrade.CANCEL_OLDEST,
                        false);
            case 1 -> new MoveOrder(BOOK, 0, order, new Money(4_000 + at % 1_000));
            case 2 -> new ReduceOrder(BOOK, 0, order, 3);
            default -> new CancelOrder(BOOK, 0, order);
        };
    }

    /** Each with a client id above all before it. */
    private void encodeAll(long first) {
        for (int at = 0; at < RECORDS; at++) {
            ClientId cid = ClientId.parse("order" + (1_000_000 + at));
            Origin origin = new Origin(TRADER, 0, cid, 1, 0, 1, Role.BIDDER, Channel.ONLINE);
            lengths[at] = encoder.encode(origin, command(at, first + at - at % 4), bytes, at * LENGTH);
            assertTrue(lengths[at] <= LENGTH);
        }
    }

    private void apply(long first, int from, int to) {
        for (int at = from; at < to; at++) {
            host.onRecord(first + at, 1, bytes, at * LENGTH, lengths[at]);
            assertEquals(RejectReason.NONE, host.request().reason());
        }
    }

    @Test
    void recordsOfOrdersAllocateNothing() {
        openBook();
        long first = market.sequence() + 1;
        encodeAll(first);
        apply(first, 0, RECORDS / 2);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        apply(first, RECORDS / 2, RECORDS);
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        assertTrue(allocated < SLACK, allocated + " bytes for " + RECORDS / 2 + " records");
        assertTrue(events.ordinal() >= RECORDS);
    }
}
