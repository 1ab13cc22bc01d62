package org.gavel.ops.audit.pack;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gavel.exchange.audit.AuditedRecord;
import org.gavel.exchange.audit.DealDossier;
import org.gavel.exchange.audit.JournalPlaces;
import org.gavel.exchange.audit.Offer;
import org.gavel.exchange.audit.Outcome;
import org.gavel.ops.audit.AuditTime;
import org.gavel.ops.audit.Csv;
import org.gavel.ops.audit.TimelineRow;
import org.gavel.protocol.codec.json.CanonicalJson;
import org.gavel.protocol.event.LotAwarded;
import org.gavel.protocol.value.Role;

/**
 * The files of the evidence pack of a lot or a deal. They follow from the journal alone: the same journal up to the same sequence gives
 * the same bytes, whoever makes them and whenever.
 */
public final class EvidencePack {
    /** The layout of a pack. */
    public static final int FORMAT = 1;

    /** The file that names all others with their hashes. */
    public static final String MANIFEST = "manifest.json";

    /** Copies from a proof log lie under it. */
    public static final String PROOFS = "proof/";

    /** What a deal was announced as. */
    static final String ANNOUNCEMENT = "announcement.json";

    static final String TYPE = "gavel evidence pack";

    private static final List<String> BID_COLUMNS = List.of(
            "seq",
            "time",
            "receivedAt",
            "who",
            "paddle",
            "number",
            "kind",
            "amountFen",
            "amountYuan",
            "units",
            "channel",
            "stands");

    private final PackSource source;
    private final SortedMap<String, byte[]> files = new TreeMap<>();

    private EvidencePack(PackSource source) {
        this.source = source;
    }

    /** All files of a pack by name, the manifest among them. */
    public static SortedMap<String, byte[]> files(PackSource source) {
        EvidencePack pack = new EvidencePack(source);
        pack.fill();
        return pack.files;
    }

    private void fill() {
        List<Document> documents = new ArrayList<>();
        if (source.subject() instanceof PackSubject.OfDeal ofDeal) {
            documents.addAll(ofDeal(ofDeal.dossier()));
        } else {
            documents.addAll(ofLot());
        }
        documents.add(new VerificationReport(source).document());
        for (int i = 1; i < documents.size() - 1; i++) {
            put(String.format("confirmation-%04d.txt", i), documents.get(i).text());
        }
        put("verification.txt", documents.get(documents.size() - 1).text());
        put("timeline.jsonl", timeline());
        put("receipts.jsonl", receipts());
        put("chain.json", CanonicalJson.write(chain()) + "\n");
        if (source.people().disclosed()) {
            put("identities.json", CanonicalJson.write(identities()) + "\n");
        }
        source.proofs().forEach((name, bytes) -> files.put(PROOFS + name, bytes));
        put("evidence.html", new PackPage(source).write(documents, new TreeMap<>(files)));
        put(MANIFEST, CanonicalJson.write(manifest()) + "\n");
    }

    private void put(String name, String text) {
        files.put(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** What a lot's pack has beyond every other; answers the auction record and the confirmations. */
    private List<Document> ofLot() {
        List<Document> documents = new ArrayList<>();
        documents.add(new AuctionRecord(source).document());
        for (LotAwarded award : source.dossier().awards()) {
            documents.add(new Confirmation(source, award).document());
        }
        put("rule-sheet.json", source.sheet());
        put("auction-record.txt", documents.get(0).text());
        put("bids.csv", bidsCsv());
        put("bids.jsonl", bidsJson());
        return documents;
    }

    /** The same of a deal's pack: its record and the confirmations. */
    private List<Document> ofDeal(DealDossier deal) {
        List<Document> documents = new ArrayList<>();
        DealRecord record = new DealRecord(source, deal);
        documents.add(record.document());
        deal.awards().forEach(award -> documents.add(record.confirmation(award)));
        put(ANNOUNCEMENT, source.sheet());
        put("deal-record.txt", documents.get(0).text());
        return documents;
    }

    private String bidsCsv() {
        StringBuilder csv = new StringBuilder(Csv.row(BID_COLUMNS));
        for (Offer offer : source.dossier().offers()) {
            csv.append(Csv.row(List.of(
                    Long.toString(offer.sequence()),
                    AuditTime.write(offer.at()),
                    AuditTime.write(offer.receivedAt()),
                    source.who(offer.participant()),
                    Integer.toString(offer.paddle()),
                    Integer.toString(offer.number()),
                    offer.kind().name(),
                    offer.isPriced() ? offer.amount().toString() : "sealed",
                    offer.isPriced() ? offer.amount().yuan() : "sealed",
                    Long.toString(offer.units()),
                    offer.channel().name(),
                    Boolean.toString(offer.stands()))));
        }
        return csv.toString();
    }

    private String bidsJson() {
        StringBuilder lines = new StringBuilder();
        for (Offer offer : source.dossier().offers()) {
            ObjectNode line = JsonNodeFactory.instance.objectNode();
            line.put("seq", offer.sequence())
                    .put("at", offer.at())
                    .put("receivedAt", offer.receivedAt())
                    .put("who", source.who(offer.participant()))
                    .put("paddle", offer.paddle())
                    .put("number", offer.number())
                    .put("kind", offer.kind().name())
                    .put("amount", offer.isPriced() ? offer.amount().toString() : "[sealed]")
                    .put("units", offer.units())
                    .put("channel", offer.channel().name())
                    .put("stands", offer.stands());
            lines.append(CanonicalJson.write(line)).append('\n');
        }
        return lines.toString();
    }

    private String timeline() {
        StringBuilder lines = new StringBuilder();
        source.subject().records().forEach(record -> lines.append(
                        CanonicalJson.write(new TimelineRow(record, source.people()).json()))
                .append('\n'));
        return lines.toString();
    }

    /** What each bidder's client was answered: the fields of the wire's receipt, and the record they can be held against. */
    private String receipts() {
        StringBuilder lines = new StringBuilder();
        for (AuditedRecord record : source.subject().records()) {
            boolean isBidders =
                    record.origin().role() == Role.BIDDER && source.subject().has(record.lot());
            if (isBidders && record.outcome() == Outcome.ACCEPTED) {
                ObjectNode line = JsonNodeFactory.instance.objectNode();
                line.put("seq", record.sequence())
                        .put("at", record.at())
                        .put("repeated", false)
                        .put("who", source.people().who(record))
                        .put("op", record.op())
                        .put("recordSha256", source.hashes().get(record.sequence()));
                if (source.subject() instanceof PackSubject.OfLot) {
                    line.put("rules", Hashes.sha256(source.sheet()));
                }
                lines.append(CanonicalJson.write(line)).append('\n');
            }
        }
        return lines.toString();
    }

    private ObjectNode chain() {
        ObjectNode chain = JsonNodeFactory.instance.objectNode();
        chain.put("firstSequence", 1)
                .put("lastSequence", source.end().last())
                .put("chainHash", source.chainHash())
                .put("stateHash", source.end().stateHash())
                .put("digestsEqual", source.end().digests());
        ArrayNode batches = chain.putArray("batches");
        for (JournalPlaces.Batch batch : source.chain()) {
            batches.addObject()
                    .put("generation", batch.generation())
                    .put("file", batch.file())
                    .put("offset", batch.offset())
                    .put("first", batch.first())
                    .put("last", batch.last())
                    .put("previous", batch.previous())
                    .put("hash", batch.hash());
        }
        ArrayNode records = chain.putArray(isDeal() ? "recordsOfTheDeal" : "recordsOfTheLot");
        source.hashes()
                .forEach((sequence, hash) ->
                        records.addObject().put("seq", sequence).put("bodySha256", hash));
        return chain;
    }

    private boolean isDeal() {
        return source.subject() instanceof PackSubject.OfDeal;
    }

    private ArrayNode identities() {
        ArrayNode identities = JsonNodeFactory.instance.arrayNode();
        if (source.subject() instanceof PackSubject.OfDeal ofDeal) {
            int deal = ofDeal.number();
            ofDeal.dossier().participants().forEach(participant -> identities
                    .addObject()
                    .put("pseudonym", source.people().pseudonym(deal, participant))
                    .put("participant", participant));
            return identities;
        }
        source.dossier().entrants().forEach(entrant -> identities
                .addObject()
                .put("paddle", entrant.paddle())
                .put("participant", entrant.participant()));
        return identities;
    }

    private ObjectNode manifest() {
        ObjectNode manifest = JsonNodeFactory.instance.objectNode();
        manifest.put("type", TYPE)
                .put("format", FORMAT)
                .put("venue", source.end().venue())
                .put("lot", source.subject().number())
                .put("untilSequence", source.end().last())
                .put("untilAt", source.end().lastAt())
                .put("basis", source.end().basis().name())
                .put("identities", source.people().disclosed())
                .put("chainHash", source.chainHash());
        if (isDeal()) {
            manifest.put("deal", true);
        }
        ArrayNode list = manifest.putArray("files");
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            list.addObject()
                    .put("name", file.getKey())
                    .put("bytes", file.getValue().length)
                    .put("sha256", Hashes.sha256(file.getValue()));
        }
        return manifest;
    }
}
