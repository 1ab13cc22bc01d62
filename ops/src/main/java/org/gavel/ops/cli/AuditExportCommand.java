package org.gavel.ops.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gavel.exchange.audit.AuditRefused;
import org.gavel.exchange.audit.AuditedRecord;
import org.gavel.exchange.audit.CourseEnd;
import org.gavel.exchange.audit.DealRecords;
import org.gavel.exchange.audit.JournalCourse.Extent;
import org.gavel.exchange.audit.JournalPlaces;
import org.gavel.exchange.audit.MarketAt;
import org.gavel.exchange.audit.Pseudonyms;
import org.gavel.exchange.audit.RecordHashes;
import org.gavel.ops.audit.pack.EvidencePack;
import org.gavel.ops.audit.pack.PackFolder;
import org.gavel.ops.audit.pack.PackSource;
import org.gavel.ops.audit.pack.PackSubject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** {@code gavel audit export}: the evidence pack of a lot or a deal, made or checked. */
@Command(
        name = "export",
        description = {
            "Writes a lot's evidence pack: rule sheet, auction record (拍卖笔录), bids, confirmations (成交确认书), receipts,",
            "chain of hashes, verification report, and all of it as one page that prints, evidence.html. Of a deal: its",
            "announcement, publicity, objections, offers and awards in one record instead. The same journal gives the same bytes. With --check, verifies a pack by its manifest alone, and where a journal is named,",
            "against the journal too."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  gavel audit export ./data --lot 7 --out ./lot-7",
            "  gavel audit export --check ./lot-7",
            "  gavel audit export ./data --check ./lot-7"
        })
final class AuditExportCommand extends AuditCall {
    private static final int MOST_PROOFS = 256;
    private static final long MOST_PROOF_BYTES = 16L * 1024 * 1024;
    private static final String LOG = "log";
    private static final Set<String> HEADS = Set.of("checkpoint", "witnessed");

    @Mixin
    private AuditOptions journal;

    @Option(names = "--lot", paramLabel = "N", converter = Converters.Id.class, description = "The lot, or the deal.")
    private Integer lot;

    @Option(names = "--out", paramLabel = "FOLDER", description = "A new or empty folder for the pack.")
    private Path out;

    @Option(names = "--check", paramLabel = "FOLDER", description = "Check the pack in this folder instead.")
    private Path check;

    @Option(
            names = "--until",
            paramLabel = "SEQ|TIME",
            converter = Converters.Until.class,
            description = "The last sequence, or time, the pack speaks of; the last about the lot where not given.")
    private Extent until = Extent.ALL;

    @Option(
            names = "--proofs",
            paramLabel = "DIR",
            description =
                    "A directory with proofs of this lot, all copied; the checkpoints of DIR/log where not given.")
    private Path proofs;

    @Override
    int run() throws IOException {
        if (check != null) {
            return check();
        }
        if (lot == null || out == null) {
            throw new ParameterException(
                    spec().commandLine(), "Name a lot with --lot and a folder with --out, or a pack with --check.");
        }
        PackFolder folder = new PackFolder(out);
        folder.requireNew();
        SortedMap<String, byte[]> files = files(lot, until, copies());
        folder.write(files);
        if (isJson()) {
            printed()
                    .json(JsonNodeFactory.instance
                            .objectNode()
                            .put("result", "WRITTEN")
                            .put("folder", out.toString())
                            .put("files", files.size()));
        } else {
            printed()
                    .data("wrote " + files.size() + " files to " + out + "; " + EvidencePack.MANIFEST
                            + " names each with its SHA-256, evidence.html has it all on one page");
        }
        return ExitCodes.OK;
    }

    private SortedMap<String, byte[]> files(int number, Extent extent, Map<String, byte[]> copies) throws IOException {
        long last = extent.untilSequence() == Long.MAX_VALUE ? lastAbout(number, extent) : extent.untilSequence();
        MarketAt market = MarketAt.ofLot(number);
        Pseudonyms people = journal.people();
        CourseEnd end = journal.read(new Extent(last, Long.MAX_VALUE, false), record -> {
            people.learn(record);
            market.take(record);
        });
        PackSubject subject = subject(number, market, people)
                .orElseThrow(() -> market.offer().isPresent()
                        ? saleOf(number, market.offer().getAsInt())
                        : noSuch(number, end.last()));
        TreeSet<Long> about =
                subject.records().stream().map(AuditedRecord::sequence).collect(Collectors.toCollection(TreeSet::new));
        return EvidencePack.files(new PackSource(
                subject,
                end,
                people,
                RecordHashes.of(journal.directory(), about),
                JournalPlaces.batches(journal.directory(), 1, end.last()),
                copies));
    }

    private static Optional<PackSubject> subject(int number, MarketAt market, Pseudonyms people) {
        if (market.dossier(number).isPresent()) {
            String sheet = market.ruleSheet(number).orElseThrow();
            return Optional.of(new PackSubject.OfLot(market.dossier(number).get(), sheet));
        }
        return market.dealDossier()
                .map(deal ->
                        new PackSubject.OfDeal(deal, people.show(deal.records().get(0), deal.announced())));
    }

    private AuditRefused saleOf(int number, int deal) {
        return new AuditRefused(journal.directory() + ": " + number + " is a sale of the deal " + deal
                + ", whose pack has all its sales; name it: --lot " + deal + ".");
    }

    private AuditRefused noSuch(int number, long last) {
        return new AuditRefused(journal.directory() + ": no lot or deal " + number + " was announced up to sequence "
                + last + "; name another lot.");
    }

    /** So that a pack stays the same however far its journal has gone on about other lots. */
    private long lastAbout(int number, Extent extent) throws IOException {
        long[] last = {0};
        DealRecords about = new DealRecords(number);
        CourseEnd end = journal.readSealed(extent, record -> {
            if (about.take(record)) {
                last[0] = record.sequence();
            }
        });
        if (last[0] == 0) {
            throw noSuch(number, end.last());
        }
        return last[0];
    }

    /** The heads of the node's own proof log, or everything of the directory that was named. */
    private Map<String, byte[]> copies() throws IOException {
        Path from = proofs == null ? journal.directory().resolve(LOG) : proofs;
        if (proofs == null && !Files.isDirectory(from)) {
            return Map.of();
        }
        Map<String, byte[]> copies = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(from)) {
            List<Path> wanted = paths.filter(Files::isRegularFile)
                    .filter(path ->
                            proofs != null || HEADS.contains(path.getFileName().toString()))
                    .sorted()
                    .toList();
            requireFew(from, wanted);
            for (Path path : wanted) {
                copies.put(from.relativize(path).toString().replace('\\', '/'), Files.readAllBytes(path));
            }
        }
        return copies;
    }

    private static void requireFew(Path from, List<Path> wanted) throws IOException {
        long bytes = 0;
        for (Path path : wanted) {
            bytes += Files.size(path);
        }
        if (wanted.size() > MOST_PROOFS || bytes > MOST_PROOF_BYTES) {
            throw new AuditRefused(from + " holds " + wanted.size() + " files of " + bytes + " bytes; a pack takes "
                    + MOST_PROOFS + " of " + MOST_PROOF_BYTES
                    + ". Name a directory with the proofs of this lot with --proofs.");
        }
    }

    private int check() throws IOException {
        PackFolder folder = new PackFolder(check);
        ObjectNode manifest = folder.manifest();
        List<String> problems = folder.problems();
        boolean withJournal = problems.isEmpty() && journal.hasDirectory();
        if (withJournal) {
            requireSameDisclosure(manifest);
            Extent extent = new Extent(manifest.path("untilSequence").asLong(), Long.MAX_VALUE, false);
            problems = folder.differences(files(manifest.path("lot").asInt(), extent, folder.proofs()));
        }
        return tell(manifest, problems, withJournal);
    }

    private void requireSameDisclosure(ObjectNode manifest) {
        boolean disclosed = manifest.path("identities").asBoolean();
        if (disclosed != journal.identities()) {
            throw new AuditRefused(
                    disclosed
                            ? "The pack names identities: check it against the journal with --identities and --keys."
                            : "The pack names no identities: check it against the journal without --identities.");
        }
    }

    private int tell(ObjectNode manifest, List<String> problems, boolean withJournal) {
        String against = withJournal ? "manifest and journal" : "manifest";
        if (isJson()) {
            ObjectNode result = JsonNodeFactory.instance.objectNode();
            result.put("result", problems.isEmpty() ? "VERIFIED" : "REFUSED").put("against", against);
            problems.forEach(result.putArray("problems")::add);
            printed().json(result);
        } else if (problems.isEmpty()) {
            printed()
                    .data("VERIFIED by " + against + ": "
                            + (manifest.path("deal").asBoolean() ? "deal " : "lot ")
                            + manifest.path("lot").asInt() + ", "
                            + manifest.path("files").size() + " files, up to sequence "
                            + manifest.path("untilSequence").asLong());
        }
        problems.forEach(problem -> printed().message("REFUSED: " + problem));
        return problems.isEmpty() ? ExitCodes.OK : ExitCodes.VERIFICATION_FAILED;
    }
}
