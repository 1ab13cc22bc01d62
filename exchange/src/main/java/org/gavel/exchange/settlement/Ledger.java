package org.gavel.exchange.settlement;

import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.gavel.exchange.registry.Annulment;
import org.gavel.exchange.registry.Award;
import org.gavel.exchange.registry.ContractRegistration;
import org.gavel.exchange.registry.LotEntry;
import org.gavel.exchange.registry.Registry;
import org.gavel.exchange.registry.SaleConfirmation;
import org.gavel.exchange.registry.TechnologyContract;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/**
 * The ledger of a venue: postings, awards, contracts and registrations in a SQLite file or a PostgreSQL database.
 * Only a {@link Settlement} writes to it. Reading is thread-safe, never waits for the settlement, and takes a
 * connection of its own each time.
 */
public final class Ledger implements AutoCloseable {
    private final Jdbi database;
    private final Registry registry;

    /** Keeps a SQLite database open, so that a reader who leaves is never the last and has to clear up. */
    private final Handle anchor;

    private Ledger(Jdbi database) {
        this.database = database;
        this.registry = new Registry(database);
        this.anchor = database.open();
    }

    /** As {@link #open(String, String, String)}, with user and password in the address or not needed. */
    public static Ledger open(String url) {
        return open(url, "", "");
    }

    /**
     * Opens a ledger and brings its tables to this release's version.
     *
     * @param url {@code jdbc:sqlite:} and a file, which is made if it is not there, or
     *     {@code jdbc:postgresql://host/database}
     * @param user empty where the address says it or nobody asks
     * @throws LedgerMismatch where a newer release wrote it
     * @throws SettlementFault where it cannot be opened
     */
    public static Ledger open(String url, String user, String password) {
        return open(LedgerDatabase.at(url, user, password), LedgerDatabase.withoutOptions(url));
    }

    /**
     * Asks, before a ledger is opened and its tables are touched, whether it is this journal's. One that is not there yet
     * is.
     *
     * @throws LedgerMismatch where it is another venue's, or ahead of this journal
     * @throws SettlementFault where the database does not answer
     */
    public static void require(String url, String user, String password, JournalHead head) {
        LedgerDatabase.position(url, user, password).ifPresent(head::mustOwn);
    }

    static Ledger open(DataSource source, String name) {
        return new Ledger(LedgerDatabase.migrated(source, name));
    }

    /** The stored position: everything up to and including this sequence is in the ledger. */
    public long position() {
        return read(handle -> Fence.read(handle).sequence());
    }

    /** All lots with their outcomes; like all lists here in order of lots. */
    public List<LotEntry> lots() {
        return registry.lots();
    }

    public List<Award> awards() {
        return registry.awards();
    }

    /** The awards that are void after all. */
    public List<Annulment> annulments() {
        return registry.annulments();
    }

    public List<SaleConfirmation> confirmations() {
        return registry.confirmations();
    }

    public List<TechnologyContract> contracts() {
        return registry.contracts();
    }

    public List<ContractRegistration> registrations() {
        return registry.registrations();
    }

    /** All trades of unit books, in the order they were made. */
    public List<UnitTrade> trades() {
        return read(TradeWriter::all);
    }

    /** What it all adds up to, at one moment. */
    public LedgerSummary summary() {
        return read(Totals::of);
    }

    @Override
    public void close() {
        anchor.close();
    }

    /** A connection for a settlement, which waits for no answer for ever. */
    Handle connect() {
        Handle handle = database.open();
        try {
            LedgerDatabase.limitWaiting(handle);
            return handle;
        } catch (RuntimeException e) {
            close(handle, e);
            throw e;
        }
    }

    /** Lets a connection go that may be broken; what fails then is told with the cause. */
    static void close(Handle connection, RuntimeException cause) {
        try {
            connection.close();
        } catch (RuntimeException again) {
            cause.addSuppressed(again);
        }
    }

    /** Asks several questions of one moment. */
    <T> T read(Function<Handle, T> question) {
        return database.inTransaction(TransactionIsolationLevel.SERIALIZABLE, question::apply);
    }
}
