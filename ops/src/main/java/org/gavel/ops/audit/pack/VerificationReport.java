package org.gavel.ops.audit.pack;

import java.util.ArrayList;
import java.util.List;
import org.gavel.exchange.audit.Basis;
import org.gavel.exchange.audit.JournalPlaces;
import org.gavel.ops.audit.AuditTime;

/** What was verified to make the pack, and how anybody can do it again. */
final class VerificationReport {
    /** Batches shown in the report; all of them are in chain.json. */
    private static final int SHOWN_BATCHES = 3;

    private final PackSource source;

    VerificationReport(PackSource source) {
        this.source = source;
    }

    Document document() {
        Document.Writer report = new Document.Writer("核验报告", "Verification report");
        report.section("范围", "Extent", extent())
                .section("已核验", "What was verified", verified())
                .section("链", "Chain of hashes", List.of(), chain())
                .section("未核验", "What was not", notVerified())
                .section("重复核验", "To repeat it", commands());
        return report.done();
    }

    private List<String> extent() {
        return List.of(
                "venue " + source.end().venue() + ", " + source.subject().kind() + " "
                        + source.subject().number(),
                "journal records 1 to " + source.end().last() + ", the last at "
                        + AuditTime.write(source.end().lastAt()),
                source.subject().records().size() + " of them about the "
                        + source.subject().kind() + ", each with its SHA-256 in chain.json",
                "evidence pack format " + EvidencePack.FORMAT);
    }

    private List<String> verified() {
        List<String> lines = new ArrayList<>();
        lines.add("every record's checksum, every batch's SHA-256, the chain from batch to batch, sequences without a"
                + " gap, times that never go back, and the watermark");
        if (source.end().basis() == Basis.REPLAYED) {
            lines.add("all records were applied again by the same engine; journaled state digests equal: "
                    + source.end().digests());
            lines.add("state after the last record, SHA-256 " + source.end().stateHash());
        } else {
            lines.add(
                    "NOT replayed: the journal holds sealed fields and no key was given; outcomes are those of the event"
                            + " log, hidden amounts are marked");
        }
        String sheet = source.subject() instanceof PackSubject.OfLot
                ? "the rule sheet was made from the announcement and its rulebook"
                : "the announcement is the journal's, with whoever it names as this pack names them";
        lines.add(sheet + "; its SHA-256 is " + Hashes.sha256(source.sheet()));
        return lines;
    }

    private List<List<String>> chain() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("sequences", "file", "byte", "SHA-256 of the batch"));
        List<JournalPlaces.Batch> all = source.chain();
        for (int i = 0; i < all.size(); i++) {
            if (i < SHOWN_BATCHES || i >= all.size() - SHOWN_BATCHES) {
                JournalPlaces.Batch batch = all.get(i);
                rows.add(List.of(
                        batch.first() + "–" + batch.last(), batch.file(), Long.toString(batch.offset()), batch.hash()));
            } else if (i == SHOWN_BATCHES) {
                rows.add(List.of("…", "…", "…", "…"));
            }
        }
        return rows;
    }

    private List<String> notVerified() {
        List<String> lines = new ArrayList<>();
        lines.add("who stands behind a participant number: the journal holds keyed hashes of identities only");
        lines.add("the clock of the venue, beyond that its times never go back");
        lines.add(
                source.proofs().isEmpty()
                        ? "no proof log was present: no signed checkpoint vouches for the chain"
                        : "the files under proof/ are copies and were not checked here: gavel proof verify checks them");
        return lines;
    }

    private List<String> commands() {
        String identities = source.people().disclosed() ? " --identities" : "";
        return List.of(
                "gavel audit verify DATA --keys KEYS",
                "gavel audit export DATA --keys KEYS --lot " + source.subject().number() + " --until "
                        + source.end().last() + identities + " --out DIR",
                "gavel audit export --check DIR",
                "gavel audit export --check DIR DATA --keys KEYS");
    }
}
