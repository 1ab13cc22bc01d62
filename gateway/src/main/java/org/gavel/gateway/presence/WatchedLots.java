package org.gavel.gateway.presence;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.gavel.exchange.api.Applied;
import org.gavel.exchange.api.KeptState;
import org.gavel.protocol.event.DepositHeld;
import org.gavel.protocol.event.Event;
import org.gavel.protocol.event.HammerFallen;
import org.gavel.protocol.event.LotAnnounced;
import org.gavel.protocol.event.LotAwarded;
import org.gavel.protocol.event.LotEvent;
import org.gavel.protocol.event.LotOpened;
import org.gavel.protocol.event.LotPassed;
import org.gavel.protocol.event.LotPaused;
import org.gavel.protocol.event.LotReopened;
import org.gavel.protocol.event.LotResumed;
import org.gavel.protocol.event.LotSuspended;
import org.gavel.protocol.event.LotTerminated;
import org.gavel.protocol.event.LotVoided;
import org.gavel.protocol.event.LotWithdrawn;
import org.gavel.protocol.event.PauseCause;
import org.gavel.protocol.value.ConnectivityRule;

/** The lots whose rule pauses them for missing bidders, told from the feed. Thread-safe. */
public final class WatchedLots implements KeptState, Consumer<Applied> {
    private final Map<Integer, WatchedLot> lots = new TreeMap<>();

    @Override
    public synchronized void accept(Applied applied) {
        applied.events().forEach(this::on);
    }

    private void on(Event event) {
        if (event instanceof LotAnnounced announced) {
            ConnectivityRule rule = announced.outage().connectivity();
            if (rule.percent() > 0) {
                lots.put(
                        announced.lot(),
                        new WatchedLot(announced.lot(), rule.silence().toNanos()));
            }
        } else if (event instanceof DepositHeld held && lots.containsKey(held.lot())) {
            lots.get(held.lot()).admit(held.participant());
        } else if (event instanceof LotEvent about && lots.containsKey(about.lot())) {
            on(lots.get(about.lot()), about);
        }
    }

    /** Whoever owns an event of the lot takes part in it, also where no deposit was asked for. */
    private void on(WatchedLot lot, LotEvent event) {
        if (event.owner() != 0) {
            lot.admit(event.owner());
        }
        if (event instanceof LotOpened || event instanceof LotResumed || event instanceof LotReopened) {
            lot.run();
        } else if (stands(event)) {
            lot.stand();
        }
        if (isEnd(event)) {
            lots.remove(event.lot());
        }
    }

    private static boolean stands(LotEvent event) {
        return event instanceof LotPaused paused
                ? paused.cause() != PauseCause.CONNECTIVITY
                : event instanceof LotSuspended || event instanceof HammerFallen;
    }

    private static boolean isEnd(LotEvent event) {
        return event instanceof LotAwarded
                || event instanceof LotPassed
                || event instanceof LotWithdrawn
                || event instanceof LotTerminated
                || event instanceof LotVoided;
    }

    /** Looks at each of them; what feeds them waits meanwhile. */
    synchronized void forEach(Consumer<WatchedLot> look) {
        lots.values().forEach(look);
    }

    /** The market has answered a report of the lot. */
    synchronized void answered(WatchedLot lot, boolean taken) {
        lot.answered(taken);
    }
}
