package org.gavel.gateway.http;

import org.gavel.exchange.api.CommandPort;
import org.gavel.exchange.api.LedgerProgress;
import org.gavel.exchange.api.MarketClock;
import org.gavel.exchange.api.Views;
import org.gavel.exchange.api.WallOffset;
import org.gavel.protocol.reject.RejectReason;

/** Whether clients may come in: when history has been read and until the node stops. Thread-safe. */
public final class Readiness {
    private final Views views;
    private final CommandPort commands;
    private final LedgerProgress ledger;
    private final MarketClock time;
    private volatile boolean caughtUp;
    private volatile boolean draining;

    public Readiness(Views views, CommandPort commands, LedgerProgress ledger, MarketClock time) {
        this.views = views;
        this.commands = commands;
        this.ledger = ledger;
        this.time = time;
    }

    /** True once everything up to this sequence has been read; from the first time on, clients may come in. */
    public boolean caughtUpTo(long sequence) {
        boolean reached = views.sequence() >= sequence;
        if (reached) {
            caughtUp = true;
        }
        return reached;
    }

    /** Whether the doors were ever open: before, there is no client who could be told anything. */
    public boolean hasOpened() {
        return caughtUp;
    }

    /** No more clients. */
    public void drain() {
        draining = true;
    }

    public boolean draining() {
        return draining;
    }

    public boolean serving() {
        return caughtUp && !draining;
    }

    /** Why every command is refused at this time, {@code NONE} while they are taken. */
    public RejectReason refusing() {
        return commands.refusing();
    }

    /** Whether the ledger's database is reached; the market goes on without it. */
    public LedgerProgress.State ledger() {
        return ledger.state();
    }

    /** How many records the ledger is behind what is known here. */
    public long ledgerBehind() {
        return Math.max(0, sequence() - ledger.position());
    }

    /** How market time stands to the wall clock; clients may come in all the same, as market time is what counts. */
    public WallOffset clock() {
        return time.wallOffset();
    }

    /** The sequence of the newest command known. */
    public long sequence() {
        return views.sequence();
    }
}
