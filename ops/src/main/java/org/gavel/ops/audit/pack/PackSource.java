package org.gavel.ops.audit.pack;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gavel.exchange.audit.CourseEnd;
import org.gavel.exchange.audit.JournalPlaces;
import org.gavel.exchange.audit.LotDossier;
import org.gavel.exchange.audit.Pseudonyms;
import org.gavel.protocol.event.LotAnnounced;

/**
 * What a pack is made of.
 *
 * @param end of the reading that ended with the pack's last record
 * @param ruleSheet canonical JSON
 * @param hashes SHA-256 of the records about the lot, by sequence
 * @param chain the batches of the journal from its first record to the pack's last
 * @param proofs files of a proof log, by name
 */
public record PackSource(
        LotDossier dossier,
        CourseEnd end,
        Pseudonyms people,
        String ruleSheet,
        Map<Long, String> hashes,
        List<JournalPlaces.Batch> chain,
        Map<String, byte[]> proofs) {
    LotAnnounced lot() {
        return dossier.announced().orElseThrow();
    }

    /** The lot's title, Chinese first. */
    String title() {
        String zh = lot().title().zh();
        String en = lot().title().en();
        return zh.isBlank() || en.isBlank() ? zh + en : zh + " / " + en;
    }

    String who(int participant) {
        return people.participant(lot().lot(), participant);
    }

    static String paddle(int paddle) {
        return paddle == 0 ? "—" : String.format(Locale.ROOT, "P%02d", paddle);
    }

    /** The chain's hash at the pack's end. */
    String chainHash() {
        return chain.get(chain.size() - 1).hash();
    }
}
