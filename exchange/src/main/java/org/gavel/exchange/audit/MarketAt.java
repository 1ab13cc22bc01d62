package org.gavel.exchange.audit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.gavel.exchange.api.Applied;
import org.gavel.exchange.api.BookView;
import org.gavel.exchange.api.DealView;
import org.gavel.exchange.api.ListingView;
import org.gavel.exchange.api.LotView;
import org.gavel.exchange.api.RoadshowView;
import org.gavel.exchange.view.BookOrders;
import org.gavel.exchange.view.BookOrders.OpenOrder;
import org.gavel.exchange.view.MarketProjection;
import org.gavel.protocol.event.BookEvent;
import org.gavel.protocol.event.DealAnnounced;
import org.gavel.protocol.event.Event;
import org.gavel.protocol.event.LotAnnounced;
import org.gavel.protocol.event.SaleMade;
import org.gavel.protocol.value.Side;

/** The market after the last record taken, as everybody saw it, with accounts. Takes a course in order; single-threaded. */
public final class MarketAt {
    private final MarketProjection views = new MarketProjection();
    private final Map<Integer, LotDossier> dossiers = new TreeMap<>();
    private final AuditedAccounts accounts = new AuditedAccounts();
    private final BookOrders orders = new BookOrders();
    private final Optional<Integer> lot;
    private final Optional<Integer> book;
    private Optional<DealDossier> deal = Optional.empty();
    private OptionalInt offer = OptionalInt.empty();

    private MarketAt(Optional<Integer> lot, Optional<Integer> book) {
        this.lot = lot;
        this.book = book;
    }

    /** A market whose lots are all kept in full. */
    public static MarketAt whole() {
        return new MarketAt(Optional.empty(), Optional.empty());
    }

    /** A market of which one lot, or one deal, is kept in full. */
    public static MarketAt ofLot(int lot) {
        return new MarketAt(Optional.of(lot), Optional.empty());
    }

    /** A market of whose books one is kept order by order. */
    public static MarketAt ofBook(int book) {
        return new MarketAt(Optional.empty(), Optional.of(book));
    }

    /** Takes in the next record. */
    public void take(AuditedRecord record) {
        views.on(new Applied(record.sequence(), record.at(), record.events()));
        for (Event event : record.events()) {
            if (event instanceof LotAnnounced announced && lot.orElse(announced.lot()) == announced.lot()) {
                dossiers.put(announced.lot(), new LotDossier(announced.lot()));
            }
            ofDeal(event);
            accounts.take(event);
            if (event instanceof BookEvent told && book.isPresent() && book.get() == told.book()) {
                orders.on(told);
            }
        }
        for (int about : record.lots()) {
            dossier(about).ifPresent(dossier -> dossier.take(record));
        }
        deal.ifPresent(dossier -> dossier.take(record));
    }

    private void ofDeal(Event event) {
        if (lot.isEmpty()) {
            return;
        }
        if (event instanceof DealAnnounced announced && announced.lot() == lot.get()) {
            deal = Optional.of(new DealDossier(announced));
        } else if (event instanceof SaleMade sale && sale.lot() == lot.get()) {
            offer = OptionalInt.of(sale.offer());
        }
    }

    /** In order of their numbers. */
    public List<LotView> lots() {
        return views.lots();
    }

    public Optional<LotView> lot(int lot) {
        return views.lot(lot);
    }

    public List<RoadshowView> roadshows() {
        return views.roadshows();
    }

    /** The lot's rule sheet as canonical JSON. */
    public Optional<String> ruleSheet(int lot) {
        return views.ruleSheet(lot);
    }

    /** What is known of a lot that is kept in full. */
    public Optional<LotDossier> dossier(int lot) {
        return Optional.ofNullable(dossiers.get(lot));
    }

    /** The deal that is kept in full. */
    public Optional<DealDossier> dealDossier() {
        return deal;
    }

    /** The deal from which the one that is kept in full is a sale. */
    public OptionalInt offer() {
        return offer;
    }

    /** The lots that are kept in full, by their numbers. */
    public List<LotDossier> dossiers() {
        return List.copyOf(dossiers.values());
    }

    public List<ListingView> listings() {
        return views.listings();
    }

    /** The listing that offers the lot. */
    public Optional<ListingView> listing(int lot) {
        return views.listing(lot);
    }

    public List<DealView> deals() {
        return views.deals();
    }

    public Optional<DealView> deal(int lot) {
        return views.deal(lot);
    }

    public List<BookView> books() {
        return views.books();
    }

    public Optional<BookView> book(int book) {
        return views.book(book);
    }

    /** All open orders of one side of the book that is kept in full, in the order they would trade. */
    public List<OpenOrder> orders(Side side) {
        return orders.orders(side, Integer.MAX_VALUE);
    }

    /** Whose open order this is. */
    public int owner(long order) {
        return accounts.owner(order);
    }

    /** Everybody who ever had money with the venue, by their numbers. */
    public Map<Integer, Balance> balances() {
        return accounts.money();
    }

    /** Everybody who ever had units, by their numbers, and what they have of each asset. */
    public Map<Integer, Map<String, Balance>> units() {
        return accounts.units();
    }
}
