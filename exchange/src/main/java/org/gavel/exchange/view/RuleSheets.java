package org.gavel.exchange.view;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.gavel.protocol.codec.json.RuleSheet;
import org.gavel.protocol.event.LotAnnounced;
import org.gavel.protocol.value.Rulebook;

/** The rule sheets of the lots, each made when somebody asks for it. One thread adds, any thread reads. */
final class RuleSheets {
    private final Map<String, Rulebook> rulebooks = new ConcurrentHashMap<>();
    private final Map<Integer, LotAnnounced> lots = new ConcurrentHashMap<>();

    void add(Rulebook rulebook) {
        rulebooks.put(rulebook.id(), rulebook);
    }

    /** Keeps the announcement and says its sheet's hash. */
    String add(LotAnnounced lot) {
        lots.put(lot.lot(), lot);
        String known = lot.rules().sheet();
        return known.isEmpty() ? RuleSheet.hash(lot, rulebook(lot)) : known;
    }

    /** The sheet of an announced lot as canonical JSON. */
    Optional<String> text(int lot) {
        return Optional.ofNullable(lots.get(lot)).map(known -> RuleSheet.text(known, rulebook(known)));
    }

    private Rulebook rulebook(LotAnnounced lot) {
        return rulebooks.getOrDefault(lot.rulebook(), Rulebook.PRIVATE_SALE);
    }
}
