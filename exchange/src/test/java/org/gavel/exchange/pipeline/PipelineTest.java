package org.gavel.exchange.pipeline;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.agrona.ExpandableArrayBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.gavel.exchange.api.Reply;
import org.gavel.exchange.engine.Market;
import org.gavel.exchange.engine.MarketFault;
import org.gavel.exchange.eventlog.EventRecorder;
import org.gavel.exchange.eventlog.InMemoryEventLog;
import org.gavel.exchange.host.EngineHost;
import org.gavel.exchange.host.GenesisTerms;
import org.gavel.exchange.journal.Durability;
import org.gavel.exchange.journal.Journal;
import org.gavel.exchange.journal.JournalFault;
import org.gavel.exchange.journal.JournalPosition;
import org.gavel.exchange.journal.RehearsalJournal;
import org.gavel.exchange.journal.envelope.BatchBuffer;
import org.gavel.protocol.codec.json.Sealer;
import org.gavel.protocol.codec.sbe.CommandEncoder;
import org.gavel.protocol.command.CancelOrders;
import org.gavel.protocol.command.Command;
import org.gavel.protocol.command.CreditUnits;
import org.gavel.protocol.command.OpenBook;
import org.gavel.protocol.command.Origin;
import org.gavel.protocol.command.PlaceOrder;
import org.gavel.protocol.command.RegisterParticipant;
import org.gavel.protocol.command.Tick;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The pipeline, given the ring's places by hand. */
class PipelineTest {
    private static final long NOW = 1_000_000;
    private static final int BOOK = 1;
    private static final int TRADER = 7;
    private static final Origin OPERATOR = new Origin(1, 0, ClientId.NONE, 0, 0, 0, Role.OPERATOR, Channel.CONSOLE);

    /** What the end of an order takes among the events, its record's header included. */
    private static final int ENDED_BYTES = 57;

    private final List<Throwable> faults = Collections.synchronizedList(new ArrayList<>());
    private final List<RejectReason> answers = Collections.synchronizedList(new ArrayList<>());
    private final Reply reply = answer -> answers.add(answer.reason());
    private final AtomicInteger nudges = new AtomicInteger();
    private final InMemoryEventLog log = new InMemoryEventLog();
    private final EngineHost host = new EngineHost(new Market(), Sealer.NONE, EventRecorder.unhashed(log));
    private final CountedAsKept journal = new CountedAsKept();
    private final Pipeline pipeline =
            new Pipeline(journal, host, log, Sealer.NONE, nudges::incrementAndGet, faults::add, sequence -> {});
    private final CommandEncoder encoder = new CommandEncoder(Sealer.NONE);
    private final Slot slot = Slot.places(1).newInstance();
    private final ExpandableArrayBuffer buffer = new ExpandableArrayBuffer();
    private long taken;

    /** Says that it keeps what it is given, so that large batches go to the scribe. */
    private static final class CountedAsKept implements Journal {
        private final RehearsalJournal journal = new RehearsalJournal();
        private final Semaphore open = new Semaphore(1);
        private boolean fails;

        @Override
        public void append(BatchBuffer batch) {
            if (fails) {
                fails = false;
                throw new JournalFault("the disk fails once", new IOException());
            }
            open.acquireUninterruptibly();
            journal.append(batch);
            open.release();
        }

        @Override
        public JournalPosition end() {
            return journal.end();
        }

        @Override
        public Durability durability() {
            return Durability.DISK;
        }

        @Override
        public void close() {
            journal.close();
        }
    }

    @BeforeEach
    void begin() {
        pipeline.begin(NOW, GenesisTerms.of("TEST", 100));
    }

    @AfterEach
    void close() {
        pipeline.close();
    }

    private void tick(boolean isLast) {
        slot.encode(encoder, Origin.VENUE, new Tick(NOW), NOW, reply);
        pipeline.onEvent(slot, taken++, isLast);
    }

    @Test
    void aPlaceWhoseEncodingFailedIsPassedOver() {
        assertThrows(NullPointerException.class, () -> slot.encode(encoder, null, new Tick(NOW), NOW, reply));
        assertTrue(slot.isVoid());
        pipeline.onEvent(slot, taken++, true);
        tick(true);
        assertEquals(2, host.market().sequence(), "the genesis and the tick");
        assertEquals(List.of(RejectReason.NONE), answers);
        assertEquals(List.of(), faults);
    }

    @Test
    void aBatchThatWasDurableIsToldAlthoughTheNextCannotBeAppliedAndIsNotJournaled() {
        pipeline.onBatchStart(Pipeline.MAX_BATCH, 2L * Pipeline.MAX_BATCH);
        for (int i = 0; i < Pipeline.MAX_BATCH; i++) {
            tick(i == Pipeline.MAX_BATCH - 1);
        }
        pipeline.onBatchStart(Pipeline.MAX_BATCH, Pipeline.MAX_BATCH);
        for (int i = 0; i < Pipeline.MAX_BATCH - 1; i++) {
            tick(false);
        }
        slot.fill(new UnsafeBuffer(new byte[20]), 20, NOW, reply);
        pipeline.onEvent(slot, taken++, true);

        assertInstanceOf(MarketFault.class, faults.get(0));
        assertEquals(2 * Pipeline.MAX_BATCH, answers.size());
        assertEquals(Pipeline.MAX_BATCH, answers.lastIndexOf(RejectReason.NONE) + 1);
        assertEquals(Pipeline.MAX_BATCH, answers.indexOf(RejectReason.STOPPED));
        assertEquals(Pipeline.MAX_BATCH + 1, journal.end().sequence(), "the genesis and what was told");
    }

    @Test
    void nothingIsAppendedAfterAFaultThoughTheDiskWouldTakeIt() {
        journal.fails = true;
        tick(true);
        assertEquals(List.of(RejectReason.STOPPED), answers);
        tick(true);
        pipeline.finish();
        assertEquals(1, journal.end().sequence(), "the genesis");
        assertEquals(List.of(RejectReason.STOPPED, RejectReason.STOPPED), answers);
    }

    @Test
    void aReplyThatFailsKeepsNobodyFromBeingToldWhatBecameOfADurableBatch() {
        Reply deaf = answer -> {
            throw new IllegalStateException("deaf");
        };
        for (Reply waiting : List.of(reply, deaf, deaf, reply)) {
            slot.encode(encoder, Origin.VENUE, new Tick(NOW), NOW, waiting);
            pipeline.onEvent(slot, taken, taken++ == 3);
        }
        assertEquals(5, journal.end().sequence(), "the genesis and all of the batch");
        assertEquals(List.of(RejectReason.NONE, RejectReason.NONE), answers);

        slot.encode(encoder, Origin.VENUE, new Tick(NOW), NOW, deaf);
        pipeline.onEvent(slot, taken++, true);
        tick(true);
        assertEquals(List.of(RejectReason.NONE, RejectReason.NONE, RejectReason.STOPPED), answers);
        assertEquals("deaf", faults.get(0).getMessage());
    }

    /** One mass cancel has more events than a batch may gather. */
    @Test
    void aBatchEndsWithTheEventsItsPlaceKeepsRoomForThoughMoreCommandsWait() {
        int orders = Pipeline.MOST_GATHERED / ENDED_BYTES + 1;
        restingOrders(orders);
        long before = host.market().sequence();
        assertEquals(before, journal.end().sequence());

        pipeline.onBatchStart(Pipeline.MOST_FROM_RING, Pipeline.MOST_FROM_RING);
        submit(new CancelOrders(BOOK, TRADER), false);
        for (int i = 1; i < Pipeline.APPLIED_AT_ONCE; i++) {
            tick(false);
        }
        await().until(() -> journal.end().sequence() == before + Pipeline.APPLIED_AT_ONCE);
        assertEquals(0, host.events().gatheredBytes());
        assertEquals(List.of(), faults);
    }

    private void restingOrders(int count) {
        Title title = new Title("", "a title");
        BookTerms terms = new BookTerms(new Money(1), new Money(1), new Money(1_000));
        submit(new OpenBook(BOOK, "UNITS", title, terms, Money.ZERO, TradingDay.OPEN_END, "a test"), true);
        submit(new RegisterParticipant(TRADER, ""), true);
        submit(new CreditUnits(TRADER, "UNITS", count), true);
        Command order = new PlaceOrder(
                BOOK,
                TRADER,
                Side.SELL,
                OrderType.LIMIT,
                new Money(1_000),
                1,
                TimeInForce.GTC,
                0,
                false,
                SelfTrade.ALLOWED,
                false);
        for (int i = 0; i < count; i++) {
            submit(order, true);
        }
        assertEquals(new HashSet<>(List.of(RejectReason.NONE)), new HashSet<>(answers));
    }

    private void submit(Command command, boolean isLast) {
        slot.fill(buffer, encoder.encode(OPERATOR, command, buffer, 0), NOW, reply);
        pipeline.onEvent(slot, taken++, isLast);
    }

    @Test
    void whatComesWhileABatchIsForcedIsAppliedAndIsTheNextBatchAtTheNudge() {
        journal.open.acquireUninterruptibly();
        pipeline.onBatchStart(Pipeline.MOST_FROM_RING, Pipeline.MOST_FROM_RING);
        for (int i = 0; i < Pipeline.MOST_FROM_RING; i++) {
            tick(i == Pipeline.MOST_FROM_RING - 1);
        }
        for (int i = 0; i < 3; i++) {
            pipeline.onBatchStart(1, 1);
            tick(true);
        }
        long all = Pipeline.MOST_FROM_RING + 3;
        assertEquals(1 + all, host.market().sequence());
        assertEquals(List.of(), answers);
        assertEquals(0, nudges.get());

        journal.open.release();
        await().until(() -> nudges.get() == 1 && answers.size() == Pipeline.MOST_FROM_RING);
        slot.empty();
        pipeline.onEvent(slot, taken++, true);
        await().until(() -> answers.size() == all);
        assertEquals(1 + all, journal.end().sequence());
        assertEquals(List.of(), faults);
    }
}
