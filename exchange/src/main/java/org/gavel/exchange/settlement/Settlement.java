package org.gavel.exchange.settlement;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.gavel.exchange.api.Applied;
import org.gavel.exchange.registry.Place;
import org.gavel.protocol.event.Event;
import org.gavel.protocol.event.VenueOpened;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/**
 * Follows the exchange's events and writes what they mean into a ledger, exactly once.
 *
 * <p>Follow the feed from {@link #position()}. Each delivery that has effects is one transaction: the effects and the
 * position together. What was applied before is skipped, so the feed may deliver anything again, in order. Most
 * events (every bid) have no effect and cost no transaction: the stored position follows them with the next effect,
 * {@value #MAX_LAG} sequences later at most, or at {@link #close}. A crash in between has them delivered again, which
 * changes nothing.
 *
 * <p>Whatever goes wrong is a fault and ends this settlement: the same call throws, every later one too, and the node
 * must stop. Not thread-safe: for the feed's thread; close it after the subscription is closed.
 */
public final class Settlement implements Consumer<Applied>, AutoCloseable {
    /** How far the stored position may be behind, in sequences. */
    public static final int MAX_LAG = 1_000;

    /** The most deliveries one transaction takes. */
    public static final int MAX_BATCH = 500;

    private final Handle handle;
    private final JournalHead head;
    private Fence.Position stored;
    private long reached;
    private int reachedIndex;
    private boolean stopped;

    private Settlement(Handle handle, JournalHead head, Fence.Position stored) {
        this.handle = handle;
        this.head = head;
        this.stored = stored;
        this.reached = stored.sequence();
        this.reachedIndex = stored.index();
    }

    /**
     * Takes the ledger over from whoever settled into it before.
     *
     * @throws LedgerMismatch where the ledger is another venue's, or ahead of this journal; it is then unchanged
     * @throws SettlementFault where the database does not answer
     */
    public static Settlement start(Ledger ledger, JournalHead head) {
        Handle handle = ledger.connect();
        try {
            return new Settlement(handle, head, handle.inTransaction(begun -> take(begun, head)));
        } catch (JdbiException e) {
            handle.close();
            throw new SettlementFault("Settlement could not take the ledger over: the database did not answer.", e);
        } catch (RuntimeException e) {
            handle.close();
            throw e;
        }
    }

    /** Everything up to and including this sequence has been seen and, where it had effects, is in the ledger. */
    public long position() {
        return reached;
    }

    @Override
    public void accept(Applied applied) {
        acceptAll(List.of(applied));
    }

    /** The same for several deliveries in order, in as few transactions as {@link #MAX_BATCH} allows. */
    public void acceptAll(List<Applied> deliveries) {
        for (int from = 0; from < deliveries.size(); from += MAX_BATCH) {
            List<Applied> batch = deliveries.subList(from, Math.min(from + MAX_BATCH, deliveries.size()));
            guarded(() -> settle(batch));
        }
    }

    /** Stores how far it came, unless a fault stopped it, and lets the connection go. */
    @Override
    public void close() {
        try (handle) {
            if (!stopped && reached > stored.sequence()) {
                guarded(() -> commit(List.of(), reached, reachedIndex));
            }
            stopped = true;
        }
    }

    private static Fence.Position take(Handle handle, JournalHead head) {
        Fence.Position position = Fence.take(handle);
        head.mustOwn(position);
        return position;
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
            throw new SettlementFault(
                    "Settlement stopped after sequence " + stored.sequence() + ". What it was writing is in the ledger"
                            + " whole or not at all; start the node again once the cause is removed: " + cause(e),
                    e);
        }
        stopped = false;
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
            head.mustHaveCaused(applied, stored);
            if (applied.sequence() > last) {
                last = applied.sequence();
                lastIndex = Math.max(0, applied.events().size() - 1);
                addEffective(applied, effective);
            }
        }
        if (!effective.isEmpty() || last - stored.sequence() >= MAX_LAG) {
            commit(effective, last, lastIndex);
        }
        reached = last;
        reachedIndex = lastIndex;
    }

    private void addEffective(Applied applied, List<Applied> effective) {
        if (applied.events().stream().noneMatch(event -> Effects.has(event.getClass()))) {
            return;
        }
        boolean first = stored.venue().isEmpty() && effective.isEmpty();
        if (first && applied.events().stream().noneMatch(VenueOpened.class::isInstance)) {
            throw new SettlementFault("The ledger is empty, but the feed begins at sequence " + applied.sequence()
                    + " instead of with the venue's opening: follow the feed from the settlement's position.");
        }
        effective.add(applied);
    }

    private void commit(List<Applied> effective, long last, int lastIndex) {
        stored = handle.inTransaction(transaction -> {
            Fence.move(transaction, stored, last, lastIndex);
            Effects effects = new Effects(transaction, head.venue());
            effective.forEach(applied -> enter(applied, effects));
            effects.flush();
            return Fence.read(transaction);
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
