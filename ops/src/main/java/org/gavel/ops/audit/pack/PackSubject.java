package org.gavel.ops.audit.pack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.gavel.exchange.audit.AuditedRecord;
import org.gavel.exchange.audit.DealDossier;
import org.gavel.exchange.audit.LotDossier;
import org.gavel.protocol.codec.json.CanonicalJson;
import org.gavel.protocol.event.LotAnnounced;
import org.gavel.protocol.value.Title;

/** What a pack is about: a lot or a deal. */
public sealed interface PackSubject {
    /**
     * A lot.
     *
     * @param dossier of a lot that was announced
     * @param sheet its rule sheet as canonical JSON
     */
    record OfLot(LotDossier dossier, String sheet) implements PackSubject {
        LotAnnounced announced() {
            return dossier.announced().orElseThrow();
        }

        @Override
        public int number() {
            return dossier.lot();
        }

        @Override
        public Title named() {
            return announced().title();
        }

        @Override
        public List<AuditedRecord> records() {
            return dossier.records();
        }

        @Override
        public boolean has(int lot) {
            return lot == dossier.lot();
        }
    }

    /**
     * A deal and the sales made from it.
     *
     * @param shown its announcement as it may be shown
     */
    record OfDeal(DealDossier dossier, ObjectNode shown) implements PackSubject {
        @Override
        public int number() {
            return dossier.announced().lot();
        }

        @Override
        public Title named() {
            return dossier.announced().title();
        }

        @Override
        public String sheet() {
            return CanonicalJson.write(shown);
        }

        @Override
        public List<AuditedRecord> records() {
            return dossier.records();
        }

        @Override
        public boolean has(int lot) {
            return dossier.has(lot);
        }
    }

    int number();

    Title named();

    /** What it was announced as, canonical JSON: a lot's rule sheet, a deal's announcement. */
    String sheet();

    /** Every record about it, in order. */
    List<AuditedRecord> records();

    /** Whether this number is its own or that of a sale made from it. */
    boolean has(int lot);

    /** What it is called in English. */
    default String kind() {
        return this instanceof OfLot ? "lot" : "deal";
    }

    /** Its title, Chinese first. */
    default String title() {
        String zh = named().zh();
        String en = named().en();
        return zh.isBlank() || en.isBlank() ? zh + en : zh + " / " + en;
    }
}
