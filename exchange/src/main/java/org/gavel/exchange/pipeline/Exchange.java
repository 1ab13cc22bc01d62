package org.gavel.exchange.pipeline;

import com.lmax.disruptor.BatchEventProcessorBuilder;
import com.lmax.disruptor.SleepingWaitStrategy;
import com.lmax.disruptor.WaitStrategy;
import com.lmax.disruptor.YieldingWaitStrategy;
import com.lmax.disruptor.dsl.Disruptor;
import com.lmax.disruptor.dsl.ProducerType;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.gavel.exchange.api.Applied;
import org.gavel.exchange.api.CommandPort;
import org.gavel.exchange.api.EventFeed;
import org.gavel.exchange.api.KeptView;
import org.gavel.exchange.api.MarketClock;
import org.gavel.exchange.api.Reply;
import org.gavel.exchange.api.WallOffset;
import org.gavel.exchange.engine.Behaviour;
import org.gavel.exchange.host.GenesisTerms;
import org.gavel.exchange.journal.Durability;
import org.gavel.exchange.journal.JournalPosition;
import org.gavel.exchange.recovery.FoundJournal;
import org.gavel.exchange.sequencer.SequencerClock;
import org.gavel.exchange.snapshot.KeptViews;
import org.gavel.protocol.command.Command;
import org.gavel.protocol.command.NodeStarted;
import org.gavel.protocol.command.NodeStopping;
import org.gavel.protocol.command.Origin;
import org.gavel.protocol.command.StateDigest;
import org.gavel.protocol.command.Tick;
import org.gavel.protocol.reject.RejectReason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The exchange at work behind its doors. Opening it recovers the market, proves it, starts a new generation of the
 * journal and takes commands; closing it drains, pauses what is open and ends with a digest.
 */
public final class Exchange implements CommandPort, EventFeed, MarketClock, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Exchange.class);

    /** Places in the ring; when all are taken a command is answered BUSY. */
    private static final int RING_SLOTS = 65_536;

    /** With fewer cores than this the pipeline sleeps when idle; with more it may spin. */
    private static final int CORES_TO_SPIN = 8;

    private final Foundation foundation;
    private final Pipeline pipeline;
    private final Disruptor<Slot> disruptor;
    private final Intake intake;
    private final Ticker ticker;
    private final SpaceGuard guard;
    private final SequencerClock clock;
    private final Background background;
    private final KeptViews views;
    private final List<Follower> followers = new CopyOnWriteArrayList<>();
    private final AtomicReference<Throwable> fault = new AtomicReference<>();
    private final AtomicBoolean draining = new AtomicBoolean();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Consumer<Throwable> onFault;
    private final long recoveredSequence;
    private Thread pipelineThread;

    private Exchange(Foundation foundation, ExchangeSettings settings, SpaceGuard guard, Consumer<Throwable> onFault) {
        this.foundation = foundation;
        this.onFault = onFault;
        this.clock = settings.clock(foundation.host().market().time());
        this.pipeline = new Pipeline(
                foundation.journal(),
                foundation.host(),
                foundation.eventLog(),
                settings.sealer(),
                this::nudge,
                this::stopLoudly,
                this::published);
        this.disruptor = new Disruptor<>(
                Slot.places(RING_SLOTS), RING_SLOTS, this::pipelineThread, ProducerType.MULTI, waitStrategy());
        disruptor.handleEventsWith(new BatchEventProcessorBuilder()
                .setMaxBatchSize(Pipeline.MOST_FROM_RING)
                .build(
                        disruptor.getRingBuffer(),
                        new SeenBarrier(disruptor.getRingBuffer().newBarrier()),
                        pipeline));
        this.guard = guard;
        this.intake = new Intake(disruptor.getRingBuffer(), clock, guard, settings.sealer());
        this.ticker = new Ticker(pipeline, clock, this::tick, this::lookAtDisk, this::stopLoudly);
        this.views = new KeptViews(settings.dataDirectory(), settings.snapshots());
        this.background = Background.of(foundation, settings, views, this::stopLoudly);
        pipeline.begin(clock.micros(), firstRecords(settings));
        this.recoveredSequence = foundation.host().market().sequence();
        foundation.snapshot().ifPresent(from -> views.reached(from.sequence(), from.events()));
        views.reached(recoveredSequence, foundation.host().events().ordinal());
        lookAtDisk();
    }

    /**
     * Recovers and opens the exchange.
     *
     * @param onFault is told once, on the failing thread, when the exchange stops for a fault of its own
     */
    public static Exchange open(ExchangeSettings settings, Consumer<Throwable> onFault) {
        return open(settings, found -> {}, onFault);
    }

    /**
     * The same.
     *
     * @param admission is asked once the journal is read and proved and nothing is written; what it throws ends the start
     */
    public static Exchange open(
            ExchangeSettings settings, Consumer<FoundJournal> admission, Consumer<Throwable> onFault) {
        Foundation foundation = Foundation.lay(settings, admission);
        return open(foundation, settings, settings.guard(), onFault);
    }

    static Exchange open(
            Foundation foundation, ExchangeSettings settings, SpaceGuard guard, Consumer<Throwable> onFault) {
        try {
            Exchange exchange = new Exchange(foundation, settings, guard, onFault);
            exchange.disruptor.start();
            exchange.ticker.start();
            exchange.background.start();
            return exchange;
        } catch (RuntimeException e) {
            foundation.close();
            throw e;
        }
    }

    private Thread pipelineThread(Runnable work) {
        pipelineThread = new Thread(work, "gavel-pipeline");
        return pipelineThread;
    }

    private static WaitStrategy waitStrategy() {
        return Runtime.getRuntime().availableProcessors() < CORES_TO_SPIN
                ? new SleepingWaitStrategy(100, 50_000)
                : new YieldingWaitStrategy();
    }

    private Command[] firstRecords(ExchangeSettings settings) {
        JournalPosition end = foundation.end();
        NodeStarted started = new NodeStarted(
                Math.max(0, end.timestamp()),
                end.sequence(),
                end.chainHash().toString(),
                foundation.droppedBytes(),
                end.generation() + 1,
                settings.release(),
                foundation.journal().durability().name(),
                "",
                settings.sealer().fingerprint(),
                Behaviour.NEWEST);
        return end.sequence() == 0
                ? new Command[] {GenesisTerms.of(settings.venue(), settings.digestEvery()), started}
                : new Command[] {started};
    }

    /** What the recovery found, for the operator's log. */
    public String recoveryReport() {
        return foundation.report();
    }

    /** The last sequence that was there when the doors opened. */
    public long recoveredSequence() {
        return recoveredSequence;
    }

    /** The newest sequence that is durable and told. */
    public long acknowledged() {
        return background.acknowledged();
    }

    /** When the venue's first record was written, microseconds since 1970. */
    public long openedAt() {
        return foundation.host().openedAt();
    }

    /** The newest state digest; after {@link #close} that of the clean stop. */
    public Optional<StateDigest> newestDigest() {
        return foundation.host().newestDigest();
    }

    @Override
    public long micros() {
        return clock.micros();
    }

    @Override
    public WallOffset wallOffset() {
        return clock.wallOffset();
    }

    @Override
    public void submit(Origin origin, Command command, Reply reply) {
        intake.submit(origin, command, reply);
    }

    @Override
    public RejectReason refusing() {
        return intake.refusing();
    }

    @Override
    public Subscription follow(String follower, long afterSequence, Consumer<Applied> consumer) {
        long first = views.firstEventAfter(afterSequence);
        Follower following = new Follower(
                follower, () -> foundation.eventLog().cursor(first), afterSequence, consumer, this::stopLoudly);
        followers.add(following);
        following.start();
        return following;
    }

    @Override
    public <V extends KeptView> V kept(String follower, Supplier<V> fresh) {
        return foundation.journal().durability() == Durability.MEMORY ? fresh.get() : views.begin(follower, fresh);
    }

    private void published(long sequence) {
        background.acknowledged(sequence);
        wakeFollowers();
    }

    private void wakeFollowers() {
        for (Follower follower : followers) {
            follower.wake();
        }
    }

    private boolean tick(long due) {
        return intake.tryPublish(Origin.VENUE, new Tick(due), Reply.NOBODY);
    }

    private void nudge() {
        intake.nudge();
    }

    private void lookAtDisk() {
        try {
            boolean hasJustShut = guard.measure();
            pipeline.pauseRunning(guard.isShut());
            if (!draining.get() && (hasJustShut || pipeline.hasToPause())) {
                tick(clock.micros());
            }
        } catch (UncheckedIOException fault) {
            stopLoudly(fault);
        }
    }

    private void stopLoudly(Throwable reason) {
        if (fault.compareAndSet(null, reason)) {
            intake.close(RejectReason.STOPPED);
            ticker.close();
            pipeline.endForFault();
            nudge();
            tell(reason);
        }
    }

    /** A listener that fails must not end the thread that stops the node. */
    private void tell(Throwable reason) {
        try {
            onFault.accept(reason);
        } catch (RuntimeException | Error again) {
            LOG.error("who was to be told that the node stops has failed", again);
        }
    }

    /**
     * Takes no more and lets no more time pass: what was taken is answered, open lots pause, a digest ends the journal.
     * Followers are still told; {@link #close} does the rest.
     */
    public void drain() {
        if (!draining.compareAndSet(false, true)) {
            return;
        }
        ticker.close();
        intake.close(RejectReason.DRAINING);
        if (fault.get() == null) {
            stopCleanly();
        }
    }

    /** Drains and ends. */
    @Override
    public void close() {
        drain();
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        disruptor.shutdown();
        awaitPipelineThread();
        intake.end(pipeline::refuse);
        pipeline.finish();
        pipeline.close();
        background.close();
        followers.forEach(Follower::close);
        closeFoundation();
    }

    /** It may have taken a place when its end was asked for; what follows must not run beside it. */
    private void awaitPipelineThread() {
        boolean interrupted = false;
        while (pipelineThread.isAlive()) {
            try {
                pipelineThread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** What broke the node may break its files' closing as well; it is told as part of the first fault. */
    private void closeFoundation() {
        try {
            foundation.close();
        } catch (RuntimeException again) {
            Throwable first = fault.get();
            if (first == null) {
                throw again;
            }
            first.addSuppressed(again);
        }
    }

    private void stopCleanly() {
        CompletableFuture<RejectReason> stopped = new CompletableFuture<>();
        NodeStopping stopping = new NodeStopping("The node is stopped by its operator.");
        while (!intake.tryPublish(Origin.VENUE, stopping, answer -> stopped.complete(answer.reason()))) {
            Thread.onSpinWait();
        }
        stopped.join();
    }
}
