package org.gavel.ops.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import org.gavel.exchange.journal.JournalInventory;
import org.gavel.exchange.journal.JournalInventory.Segment;
import org.gavel.exchange.snapshot.EngineBuild;
import org.gavel.exchange.snapshot.SnapshotFile;
import org.gavel.exchange.snapshot.SnapshotHeader;
import org.gavel.exchange.snapshot.SnapshotRefusal;
import org.gavel.exchange.snapshot.Snapshots;
import org.gavel.protocol.codec.json.CanonicalJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gavel journal inspect}: what lies in the directory, whole or damaged. Never writes. */
@Command(
        name = "inspect",
        description = {
            "Shows every generation and file of a journal with its sequences and times, the watermark, the snapshots,",
            "and what is missing. Reads every batch and snapshot; changes nothing; the node may be running.",
            "Exits with 3 where it notes that something is missing; gavel audit verify says whether that is damage."
        },
        footerHeading = "%nExample:%n",
        footer = "  gavel journal inspect ./data --json")
final class JournalInspection implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", description = "The data directory.")
    private Path directory;

    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (JournalCommand.isMissing(directory, spec)) {
            return ExitCodes.FAILED;
        }
        JournalInventory inventory = JournalInventory.of(directory);
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        result.put("watermark", inventory.watermark().map(at -> at.sequence()).orElse(0L));
        result.put("prepared", inventory.prepared());
        result.set("files", files(inventory));
        result.set("snapshots", snapshots());
        ArrayNode notes = result.putArray("notes");
        inventory.notes().forEach(notes::add);
        boolean isWhole = inventory.notes().isEmpty();
        for (Path left : Snapshots.of(directory).unfinished()) {
            notes.add(left + ": a snapshot that is being written, or that a crash left; the next start removes it");
        }
        print(result);
        if (!isWhole && !json) {
            spec.commandLine().getErr().println("What is wrong and what to do says: gavel audit verify " + directory);
        }
        return isWhole ? ExitCodes.OK : ExitCodes.VERIFICATION_FAILED;
    }

    private ArrayNode files(JournalInventory inventory) {
        ArrayNode files = JsonNodeFactory.instance.arrayNode();
        for (Segment segment : inventory.segments()) {
            files.addObject()
                    .put("generation", segment.generation())
                    .put("archived", segment.archived())
                    .put("file", segment.file().toString())
                    .put("bytes", segment.bytes())
                    .put("written", segment.written())
                    .put("batches", segment.batches())
                    .put("firstSequence", segment.firstSequence())
                    .put("lastSequence", segment.lastSequence())
                    .put("firstTime", time(segment.batches(), segment.firstTime()))
                    .put("lastTime", time(segment.batches(), segment.lastTime()))
                    .put("behind", segment.stop());
        }
        return files;
    }

    private static String time(long batches, long micros) {
        return batches == 0 ? "" : Instant.EPOCH.plus(micros, ChronoUnit.MICROS).toString();
    }

    private ArrayNode snapshots() throws IOException {
        ArrayNode snapshots = JsonNodeFactory.instance.arrayNode();
        for (Path file : Snapshots.of(directory).newestFirst()) {
            ObjectNode row = snapshots.addObject().put("file", file.toString());
            try {
                SnapshotHeader header = SnapshotFile.verify(file);
                row.put("venue", header.venue())
                        .put("sequence", header.sequence())
                        .put("time", time(1, header.timestamp()))
                        .put("generation", header.anchor().batch().generation())
                        .put("stateHash", header.stateHash())
                        .put("thisBuild", header.build().equals(EngineBuild.running()));
            } catch (SnapshotRefusal refusal) {
                row.put("problem", refusal.getMessage());
            }
        }
        return snapshots;
    }

    private void print(ObjectNode result) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(CanonicalJson.write(result));
            return;
        }
        out.println("watermark " + result.get("watermark").asText() + ", prepared bytes "
                + result.get("prepared").asText());
        result.get("files")
                .forEach(file ->
                        out.println("generation " + file.get("generation").asText()
                                + (file.get("archived").asBoolean() ? " (archived) " : " ")
                                + file.get("file").asText() + ": sequences "
                                + file.get("firstSequence").asText() + "–"
                                + file.get("lastSequence").asText() + ", "
                                + file.get("firstTime").asText() + " – "
                                + file.get("lastTime").asText() + ", "
                                + file.get("batches").asText() + " batches in "
                                + file.get("written").asText() + " of "
                                + file.get("bytes").asText() + " bytes; then: "
                                + file.get("behind").asText()));
        result.get("snapshots")
                .forEach(snapshot -> out.println("snapshot "
                        + snapshot.get("file").asText() + ": "
                        + (snapshot.has("problem")
                                ? snapshot.get("problem").asText()
                                : "sequence " + snapshot.get("sequence").asText() + ", "
                                        + snapshot.get("time").asText()
                                        + (snapshot.get("thisBuild").asBoolean() ? "" : ", of another build"))));
        result.get("notes").forEach(note -> out.println("NOTE " + note.asText()));
    }
}
