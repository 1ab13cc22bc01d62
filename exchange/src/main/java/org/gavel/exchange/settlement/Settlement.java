package org.gavel.exchange.settlement;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.gavel.exchange.api.Applied;
import org.gavel.exchange.api.LedgerProgress;
import org.gavel.exchange.api.Unavailable;
import org.gavel.exchange.registry.Place;
import org.gavel.protocol.event.Event;
import org.gavel.protocol.event.VenueOpened;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the exchange's events and writes what they mean into a ledger, exactly once.
 *
 * <p>Follow the feed from {@link #position()}. Each delivery that has effects is one transaction: the effects and the
 * position together. What was applied before is skipped, so the feed may deliver anything again, in order. Most
 * events (every bid) have no effect and cost no transaction: the stored position follows them with the next effect,
 * {@value #MAX_LAG} sequences later at most, or at {@link #close}. A crash in between has them delivered again, which
 * changes nothing.
 *
 * <p>A database that cannot be reached is no fault: the call throws {@link Unavailable}, and the same deliveries are wanted
 * again. Whatever else goes wrong is one and ends this settlement: the same call throws, every later one too, and the
 * node must stop. Not thread-safe, but for {@link LedgerProgress}: for the feed's thread; close it after the
 * subscription is closed.
 */
public final class Settlement implements Consumer<Applied>, LedgerProgress, AutoCloseable {
    /** How far the stored position may be behind, in sequences. */
    public static final int MAX_LAG = 1_000;

    /** The most deliveries one transaction takes. */
    public static final int MAX_BATCH = 500;

    private static final Logger LOG = LoggerFactory.getLogger(Settlement.class);

    private final Tenure tenure;
    private final JournalHead head;
    private final LongSupplier newest;
    private volatile long reached;
    private int reachedIndex;
    private boolean stopped;

    private Settlement(Tenure tenure, JournalHead head, LongSupplier newest) {
        this.tenure = tenure;
        this.head = head;
        this.newest = newest;
        this.reached = tenure.stored().sequence();
        this.reachedIndex = tenure.stored().index();
    }

    /** As {@link #start(Ledger, JournalHead, LongSupplier)}, beside a journal that does not grow. */
    public static Settlement start(Ledger ledger, JournalHead head) {
        return start(ledger, head, head::sequence);
    }

    /**
     * Takes the ledger over from whoever settled into it before.
     *
     * @param newest the journal's newest sequence at any time
     * @throws LedgerMismatch where the ledger is another venue's, or ahead of this journal; it is then unchanged
     * @throws SettlementFault where the database does not answer
     */
    public static Settlement start(Ledger ledger, JournalHead head, LongSupplier newest) {
        return new Settlement(Tenure.take(ledger, head), head, newest);
    }

    @Override
    public long position() {
        return reached;
    }

    @Override
    public State state() {
        return tenure.isLost() ? State.LOST : State.CONNECTED;
    }

    @Override
    public void accept(Applied applied) {
        acceptAll(List.of(applied));
    }

    /** The same for several deliveries in order, in as few transactions as {@link #MAX_BATCH} allows. */
    public void acceptAll(List<Applied> deliveries) {
        for (int from = 0; from < deliveries.size(); from += MAX_BATCH) {
            List<Applied> batch = deliveries.subList(from, Math.min(from + MAX_BATCH, deliveries.size()));
            guarded(() -> {
                resume();
                settle(batch);
            });
        }
    }

    /** Stores how far it came, unless a fault or the loss of the database keeps it, and lets the connection go. */
    @Override
    public void close() {
        try (tenure) {
            if (!stopped && !tenure.isLost() && reached > tenure.stored().sequence()) {
                guarded(() -> commit(List.of(), reached, reachedIndex));
            }
            stopped = true;
        } catch (Unavailable later) {
            LOG.warn("how far the ledger came is not stored; the next start goes on before it", later);
        }
    }

    private void guarded(Runnable step) {
        if (stopped) {
            throw new SettlementFault("Settlement has stopped and takes nothing more; start the node again.");
        }
        stopped = true;
        try {
            step.run();
        } catch (LedgerMismatch | SettlementFault e) {
            throw e;
        } catch (RuntimeException e) {
            if (!LostConnection.isCauseOf(e)) {
                throw faulty(e);
            }
            lose(e);
            stopped = false;
            throw new Unavailable("The ledger's database cannot be reached: " + cause(e), e);
        }
        stopped = false;
    }

    private SettlementFault faulty(RuntimeException e) {
        return new SettlementFault(
                "Settlement stopped after sequence " + tenure.stored().sequence()
                        + ". What it was writing is in the ledger"
                        + " whole or not at all; start the node again once the cause is removed: " + cause(e),
                e);
    }

    private void lose(RuntimeException e) {
        if (!tenure.isLost()) {
            LOG.error(
                    "THE LEDGER'S DATABASE IS LOST behind sequence {}. The market goes on, and the ledger follows once the"
                            + " database is back: {}",
                    reached,
                    cause(e));
            tenure.lose(e);
        }
    }

    private void resume() {
        if (tenure.isLost()) {
            tenure.resume();
            Fence.Position stored = tenure.stored();
            if (stored.sequence() > reached) {
                reachedIndex = stored.index();
                reached = stored.sequence();
            }
            LOG.warn("the ledger's database is back; the ledger is {} records behind", newest.getAsLong() - reached);
        }
    }

    /** What the database itself said, where it was the database. */
    private static String cause(RuntimeException fault) {
        Throwable cause = fault instanceof JdbiException && fault.getCause() != null ? fault.getCause() : fault;
        return cause.getMessage();
    }

    private void settle(List<Applied> deliveries) {
        List<Applied> effective = new ArrayList<>();
        long last = reached;
        int lastIndex = reachedIndex;
        for (Applied applied : deliveries) {
            head.mustHaveCaused(applied, tenure.stored());
            if (applied.sequence() > last) {
                last = applied.sequence();
                lastIndex = Math.max(0, applied.events().size() - 1);
                addEffective(applied, effective);
            }
        }
        if (!effective.isEmpty() || last - tenure.stored().sequence() >= MAX_LAG) {
            commit(effective, last, lastIndex);
        }
        reached = last;
        reachedIndex = lastIndex;
    }

    private void addEffective(Applied applied, List<Applied> effective) {
        if (applied.events().stream().noneMatch(event -> Effects.has(event.getClass()))) {
            return;
        }
        boolean first = tenure.stored().venue().isEmpty() && effective.isEmpty();
        if (first && applied.events().stream().noneMatch(VenueOpened.class::isInstance)) {
            throw new SettlementFault("The ledger is empty, but the feed begins at sequence " + applied.sequence()
                    + " instead of with the venue's opening: follow the feed from the settlement's position.");
        }
        effective.add(applied);
    }

    private void commit(List<Applied> effective, long last, int lastIndex) {
        tenure.move(last, lastIndex, transaction -> {
            Effects effects = new Effects(transaction, head.venue());
            effective.forEach(applied -> enter(applied, effects));
            effects.flush();
        });
    }

    private static void enter(Applied applied, Effects effects) {
        for (int index = 0; index < applied.events().size(); index++) {
            Event event = applied.events().get(index);
            if (Effects.has(event.getClass())) {
                effects.enter(event, new Place(applied.sequence(), index, applied.timestamp()));
            }
        }
    }
}
