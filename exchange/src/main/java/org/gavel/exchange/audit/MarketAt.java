package org.gavel.exchange.audit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gavel.exchange.api.Applied;
import org.gavel.exchange.api.LotView;
import org.gavel.exchange.api.RoadshowView;
import org.gavel.exchange.view.MarketProjection;
import org.gavel.protocol.event.DepositCredited;
import org.gavel.protocol.event.DepositForfeited;
import org.gavel.protocol.event.DepositHeld;
import org.gavel.protocol.event.DepositReleased;
import org.gavel.protocol.event.DepositWithdrawn;
import org.gavel.protocol.event.Event;
import org.gavel.protocol.event.LotAnnounced;

/** The market after the last record taken, as everybody saw it, with accounts. Takes a course in order; single-threaded. */
public final class MarketAt {
    private final MarketProjection views = new MarketProjection();
    private final Map<Integer, LotDossier> dossiers = new TreeMap<>();
    private final Map<Integer, Balance> balances = new TreeMap<>();
    private final Optional<Integer> only;

    private MarketAt(Optional<Integer> only) {
        this.only = only;
    }

    /** A market whose lots are all kept in full. */
    public static MarketAt whole() {
        return new MarketAt(Optional.empty());
    }

    /** A market of which one lot is kept in full. */
    public static MarketAt ofLot(int lot) {
        return new MarketAt(Optional.of(lot));
    }

    /** Takes in the next record. */
    public void take(AuditedRecord record) {
        views.on(new Applied(record.sequence(), record.at(), record.events()));
        for (Event event : record.events()) {
            if (event instanceof LotAnnounced announced && only.orElse(announced.lot()) == announced.lot()) {
                dossiers.put(announced.lot(), new LotDossier(announced.lot()));
            }
            post(event);
        }
        for (int lot : record.lots()) {
            dossier(lot).ifPresent(dossier -> dossier.take(record));
        }
    }

    private void post(Event event) {
        if (event instanceof DepositCredited e) {
            balances.merge(e.participant(), Balance.EMPTY.paid(e.amount().fen()), (a, b) -> a.paid(b.free()));
        } else if (event instanceof DepositWithdrawn e) {
            balances.computeIfPresent(
                    e.participant(), (who, b) -> b.paid(-e.amount().fen()));
        } else if (event instanceof DepositHeld e) {
            Balance held = balances.getOrDefault(e.participant(), Balance.EMPTY)
                    .held(e.amount().fen());
            balances.put(e.participant(), held);
        } else if (event instanceof DepositReleased e) {
            balances.computeIfPresent(
                    e.participant(), (who, b) -> b.held(-e.amount().fen()));
        } else if (event instanceof DepositForfeited e) {
            balances.computeIfPresent(
                    e.participant(), (who, b) -> b.forfeit(e.amount().fen()));
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

    /** The lots that are kept in full, by their numbers. */
    public List<LotDossier> dossiers() {
        return List.copyOf(dossiers.values());
    }

    /** Everybody who ever had money with the venue, by their numbers. */
    public Map<Integer, Balance> balances() {
        return Map.copyOf(balances);
    }
}
