package org.gavel.exchange.settlement;

import java.util.HashMap;
import java.util.Map;
import org.gavel.exchange.registry.Place;
import org.gavel.exchange.registry.RegistryWriter;
import org.gavel.protocol.event.BookOpened;
import org.gavel.protocol.event.DealAnnounced;
import org.gavel.protocol.event.DepositCredited;
import org.gavel.protocol.event.DepositForfeited;
import org.gavel.protocol.event.DepositHeld;
import org.gavel.protocol.event.DepositReleased;
import org.gavel.protocol.event.DepositWithdrawn;
import org.gavel.protocol.event.Event;
import org.gavel.protocol.event.LotAnnounced;
import org.gavel.protocol.event.LotAwarded;
import org.gavel.protocol.event.LotPassed;
import org.gavel.protocol.event.LotTerminated;
import org.gavel.protocol.event.LotVoided;
import org.gavel.protocol.event.LotWithdrawn;
import org.gavel.protocol.event.OrdersTraded;
import org.gavel.protocol.event.SaleMade;
import org.gavel.protocol.event.UnitsCredited;
import org.gavel.protocol.event.VenueOpened;
import org.jdbi.v3.core.Handle;

/** What each event does to the ledger, in one transaction. Events that are not in the table leave no trace in it. */
final class Effects {
    private static final Map<Class<? extends Event>, Effect<Event>> TABLE = table();

    private final Handle handle;
    private final Postings postings;
    private final TradeWriter trades;
    private final RegistryWriter registry;

    Effects(Handle handle, String venue) {
        this.handle = handle;
        this.postings = new Postings(handle);
        this.trades = new TradeWriter(handle);
        this.registry = new RegistryWriter(handle, venue);
    }

    /** What one kind of event does. */
    @FunctionalInterface
    private interface Effect<E extends Event> {
        void enter(Effects ledger, E event, Place place);
    }

    /** Whether events of this kind have to be entered at all. */
    static boolean has(Class<?> kind) {
        return TABLE.containsKey(kind);
    }

    /** Enters one event for which {@link #has} is true. */
    void enter(Event event, Place place) {
        TABLE.get(event.getClass()).enter(this, event, place);
    }

    /** Writes what is still collected; the transaction may end then. */
    void flush() {
        postings.flush();
        trades.flush();
    }

    private static Map<Class<? extends Event>, Effect<Event>> table() {
        Map<Class<? extends Event>, Effect<Event>> table = new HashMap<>();
        put(table, VenueOpened.class, (ledger, event, place) -> Fence.bind(ledger.handle, event.venue(), place));
        put(table, DepositCredited.class, (ledger, event, place) -> ledger.postings.credited(event, place));
        put(table, DepositWithdrawn.class, (ledger, event, place) -> ledger.postings.withdrawn(event, place));
        put(table, DepositHeld.class, (ledger, event, place) -> ledger.postings.held(event, place));
        put(table, DepositReleased.class, (ledger, event, place) -> ledger.postings.released(event, place));
        put(table, DepositForfeited.class, (ledger, event, place) -> ledger.postings.forfeited(event, place));
        put(table, BookOpened.class, (ledger, event, place) -> ledger.trades.opened(event, place));
        put(table, UnitsCredited.class, (ledger, event, place) -> ledger.postings.credited(event, place));
        put(table, OrdersTraded.class, Effects::trade);
        put(table, LotAnnounced.class, (ledger, event, place) -> ledger.registry.announced(event, place));
        put(table, DealAnnounced.class, (ledger, event, place) -> ledger.registry.announced(event, place));
        put(table, SaleMade.class, (ledger, event, place) -> ledger.registry.sold(event, place));
        put(table, LotPassed.class, (ledger, event, place) -> ledger.registry.passed(event, place));
        put(table, LotWithdrawn.class, (ledger, event, place) -> ledger.registry.withdrawn(event, place));
        put(
                table,
                LotTerminated.class,
                (ledger, event, place) ->
                        ledger.registry.withdrawn(new LotWithdrawn(event.lot(), event.reason()), place));
        put(table, LotVoided.class, (ledger, event, place) -> ledger.registry.voided(event, place));
        put(table, LotAwarded.class, Effects::award);
        return Map.copyOf(table);
    }

    private static void trade(Effects ledger, OrdersTraded event, Place place) {
        ledger.postings.traded(event, ledger.trades.asset(event.book()), place);
        ledger.trades.enter(event, place);
    }

    private static void award(Effects ledger, LotAwarded event, Place place) {
        ledger.flush();
        ledger.registry.awarded(event, place);
    }

    private static <E extends Event> void put(
            Map<Class<? extends Event>, Effect<Event>> table, Class<E> type, Effect<E> effect) {
        table.put(type, (ledger, event, place) -> effect.enter(ledger, type.cast(event), place));
    }
}
