package org.gavel.exchange.settlement;

import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/**
 * A settler's term at the ledger: its one connection, and what it knows to be stored. A connection that is lost can be
 * replaced within the term; the position then says whether the transaction under way happened. Not thread-safe, but for
 * {@link #isLost}.
 */
final class Tenure implements AutoCloseable {
    private final Ledger ledger;
    private Handle handle;
    private Fence.Position stored;

    /** What the position is, or would be, after the newest transaction. */
    private long underWay;

    private volatile boolean lost;

    private Tenure(Ledger ledger, Handle handle, Fence.Position stored) {
        this.ledger = ledger;
        this.handle = handle;
        this.stored = stored;
        this.underWay = stored.sequence();
    }

    /** Begins a new term, which ends that of whoever settled before. */
    static Tenure take(Ledger ledger, JournalHead head) {
        Handle handle = connect(ledger);
        try {
            return new Tenure(ledger, handle, handle.inTransaction(begun -> take(begun, head)));
        } catch (JdbiException e) {
            Ledger.close(handle, e);
            throw new SettlementFault("Settlement could not take the ledger over: the database did not answer.", e);
        } catch (RuntimeException e) {
            Ledger.close(handle, e);
            throw e;
        }
    }

    private static Handle connect(Ledger ledger) {
        try {
            return ledger.connect();
        } catch (JdbiException e) {
            throw new SettlementFault("The ledger's database cannot be reached any more; check that it runs.", e);
        }
    }

    private static Fence.Position take(Handle handle, JournalHead head) {
        Fence.Position position = Fence.take(handle);
        head.mustOwn(position);
        return position;
    }

    Fence.Position stored() {
        return stored;
    }

    boolean isLost() {
        return lost;
    }

    /** Moves the position and makes the entries that go with it, together or not at all. */
    void move(long sequence, int index, Consumer<Handle> entries) {
        underWay = sequence;
        stored = handle.inTransaction(transaction -> {
            Fence.move(transaction, stored, sequence, index);
            entries.accept(transaction);
            return Fence.read(transaction);
        });
    }

    /** Gives a connection up that is none any more. */
    void lose(RuntimeException cause) {
        lost = true;
        Ledger.close(handle, cause);
    }

    /** Goes on over another connection, if nobody else has settled meanwhile. */
    void resume() {
        Handle next = ledger.connect();
        try {
            stored = next.inTransaction(begun -> Fence.resume(begun, stored, underWay));
        } catch (RuntimeException e) {
            Ledger.close(next, e);
            throw e;
        }
        handle = next;
        lost = false;
    }

    @Override
    public void close() {
        if (!lost) {
            handle.close();
        }
    }
}
