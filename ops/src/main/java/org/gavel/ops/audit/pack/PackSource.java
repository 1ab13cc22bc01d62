package org.gavel.ops.audit.pack;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gavel.exchange.audit.CourseEnd;
import org.gavel.exchange.audit.JournalPlaces;
import org.gavel.exchange.audit.LotDossier;
import org.gavel.exchange.audit.Pseudonyms;
import org.gavel.exchange.registry.DocumentNumbers;
import org.gavel.protocol.event.LotAnnounced;
import org.gavel.protocol.event.LotAwarded;

/**
 * What a pack is made of.
 *
 * @param end of the reading that ended with the pack's last record
 * @param subject the lot or deal
 * @param hashes SHA-256 of the records about it, by sequence
 * @param chain the batches of the journal from its first record to the pack's last
 * @param proofs files of a proof log, by name
 */
public record PackSource(
        PackSubject subject,
        CourseEnd end,
        Pseudonyms people,
        Map<Long, String> hashes,
        List<JournalPlaces.Batch> chain,
        Map<String, byte[]> proofs) {
    /** The lot's dossier; only of a pack of a lot. */
    LotDossier dossier() {
        return ((PackSubject.OfLot) subject).dossier();
    }

    /** The lot's announcement; only of a pack of a lot. */
    LotAnnounced lot() {
        return ((PackSubject.OfLot) subject).announced();
    }

    /** What the lot or deal was announced as, canonical JSON. */
    String sheet() {
        return subject.sheet();
    }

    String title() {
        return subject.title();
    }

    String who(int participant) {
        return people.participant(subject.number(), participant);
    }

    /** The number that the ledger gives a winner's confirmation letter. */
    String confirmationNumber(LotAwarded award) {
        return new DocumentNumbers(end.venue()).saleConfirmation(award.lot(), award.share());
    }

    static String paddle(int paddle) {
        return paddle == 0 ? "—" : String.format(Locale.ROOT, "P%02d", paddle);
    }

    /** How many units of how much each were awarded, where it was not all there is. */
    static String units(LotAwarded award) {
        long units = award.share().units();
        return units == 0 ? "全部" : units + " × " + award.share().unitPrice().yuan();
    }

    /** The chain's hash at the pack's end. */
    String chainHash() {
        return chain.get(chain.size() - 1).hash();
    }
}
