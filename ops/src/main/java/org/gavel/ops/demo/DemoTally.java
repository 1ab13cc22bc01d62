package org.gavel.ops.demo;

import java.io.PrintStream;
import java.util.function.Consumer;
import org.gavel.exchange.api.Applied;
import org.gavel.exchange.api.LotView;
import org.gavel.exchange.api.Views;
import org.gavel.protocol.event.BidAccepted;
import org.gavel.protocol.event.CommandRejected;
import org.gavel.protocol.event.Event;
import org.gavel.protocol.event.LotAwarded;
import org.gavel.protocol.event.LotOpened;
import org.gavel.protocol.event.LotPassed;
import org.gavel.protocol.event.LotPaused;
import org.gavel.protocol.event.LotResumed;
import org.gavel.protocol.value.Money;

/** Counts what has happened since the venue's first day, and tells what happens now lot by lot. */
final class DemoTally implements Consumer<Applied> {
    private final long liveAfter;
    private final Views views;
    private final PrintStream progress;
    private long bidsAccepted;
    private long bidsRejected;
    private int sold;
    private int unsold;
    private long turnover;

    /** What the numbers are at one moment; amounts are fen. */
    record Count(long bidsAccepted, long bidsRejected, int sold, int unsold, long turnover) {}

    /** Tells of what comes after the sequence {@code liveAfter}. */
    DemoTally(long liveAfter, Views views, PrintStream progress) {
        this.liveAfter = liveAfter;
        this.views = views;
        this.progress = progress;
    }

    @Override
    public synchronized void accept(Applied applied) {
        for (Event event : applied.events()) {
            count(event);
            if (applied.sequence() > liveAfter) {
                tell(event);
            }
        }
    }

    private void count(Event event) {
        if (event instanceof BidAccepted) {
            bidsAccepted++;
        } else if (event instanceof CommandRejected rejected && rejected.lot() != 0) {
            bidsRejected++;
        } else if (event instanceof LotAwarded awarded) {
            sold += awarded.share().place() == 1 ? 1 : 0;
            turnover += awarded.amount().fen();
        } else if (event instanceof LotPassed) {
            unsold++;
        }
    }

    private void tell(Event event) {
        if (event instanceof LotOpened opened) {
            progress.printf("lot %-5d opens   %s%n", opened.lot(), title(opened.lot()));
        } else if (event instanceof LotAwarded awarded) {
            progress.printf(
                    "lot %-5d sold    %s yuan to paddle %d after %d bids%n",
                    awarded.lot(), awarded.amount().yuan(), awarded.paddle(), awarded.bids());
        } else if (event instanceof LotPassed passed) {
            progress.printf("lot %-5d unsold  %s after %d bids%n", passed.lot(), passed.cause(), passed.bids());
        } else if (event instanceof LotPaused paused) {
            progress.printf(
                    "lot %-5d pauses  %s, %.1f s left%n", paused.lot(), paused.cause(), paused.remaining() / 1e6);
        } else if (event instanceof LotResumed resumed) {
            progress.printf("lot %-5d resumes%n", resumed.lot());
        }
    }

    private String title(int lot) {
        return views.lot(lot)
                .map(LotView::title)
                .map(title -> title.zh() + " / " + title.en())
                .orElse("");
    }

    synchronized Count count() {
        return new Count(bidsAccepted, bidsRejected, sold, unsold, turnover);
    }

    static String yuan(long fen) {
        return new Money(Math.min(fen, Money.MAX_FEN)).yuan();
    }
}
