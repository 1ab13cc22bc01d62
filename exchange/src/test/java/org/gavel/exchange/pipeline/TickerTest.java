package org.gavel.exchange.pipeline;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.gavel.exchange.engine.Market;
import org.gavel.exchange.eventlog.EventRecorder;
import org.gavel.exchange.eventlog.InMemoryEventLog;
import org.gavel.exchange.host.EngineHost;
import org.gavel.exchange.host.GenesisTerms;
import org.gavel.exchange.journal.FaultyDisk;
import org.gavel.exchange.journal.RehearsalJournal;
import org.gavel.exchange.sequencer.SequencerClock;
import org.gavel.protocol.codec.json.Sealer;
import org.gavel.protocol.command.OpenBook;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.BookTerms;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.Title;
import org.gavel.protocol.value.TradingDay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Where the thread that closes by time ends for whatever it met, bids must not go on without it. */
@Timeout(60)
class TickerTest {
    private static final long NOW = 1_000_000;

    private final List<Throwable> faults = new ArrayList<>();
    private Ticker ticker;

    @Test
    void aTickThatFailsIsTold() {
        Error broken = new StackOverflowError();
        run(broken, () -> {});
        assertEquals(List.of(broken), faults);
    }

    @Test
    void whatFailsOnceItIsClosedIsNotAFault() {
        run(new StackOverflowError(), () -> ticker.close());
        assertEquals(List.of(), faults);
    }

    /** Runs a ticker on this thread over a market in which a call is over by now; its first tick fails. */
    private void run(Error broken, Runnable before) {
        InMemoryEventLog log = new InMemoryEventLog();
        EngineHost host = new EngineHost(new Market(), Sealer.NONE, EventRecorder.unhashed(log));
        try (Pipeline pipeline =
                new Pipeline(new RehearsalJournal(), host, log, Sealer.NONE, () -> {}, faults::add, sequence -> {})) {
            pipeline.begin(NOW, GenesisTerms.of("TEST", 100), book(new TradingDay(0, NOW + 1, 0, 0)));
            SequencerClock clock = SequencerClock.startingAt(NOW);
            ticker = new Ticker(pipeline, clock, due -> fail(broken, before), () -> {}, faults::add);
            ticker.run();
        }
    }

    private static boolean fail(Error broken, Runnable before) {
        before.run();
        throw broken;
    }

    private static OpenBook book(TradingDay day) {
        BookTerms terms = new BookTerms(new Money(1), new Money(1), new Money(100_000));
        return new OpenBook(1, "UNITS", new Title("", "Units"), terms, Money.ZERO, day, "a test");
    }

    @Test
    void aFaultOfTheTickersStopsTheNode(@TempDir Path directory) {
        AtomicBoolean breaks = new AtomicBoolean();
        IllegalStateException broken = new IllegalStateException("not a failure to read");
        SpaceGuard guard = new SpaceGuard(() -> usable(breaks, broken), 100);
        try (Venue venue = Venue.over(new FaultyDisk(), directory, guard).withOpenLot(Duration.ofHours(1))) {
            assertTrue(venue.bid(Venue.ALICE, "a1", 1000).accepted());
            breaks.set(true);
            await().until(() -> venue.fault() == broken);
            assertEquals(RejectReason.STOPPED, venue.bid(Venue.BOB, "b1", 1100).reason());
        }
    }

    private static long usable(AtomicBoolean breaks, RuntimeException broken) {
        if (breaks.get()) {
            throw broken;
        }
        return 1000;
    }
}
