package org.gavel.ops.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.gavel.exchange.journal.JournalArchive;
import org.gavel.exchange.journal.JournalRepair;
import org.gavel.exchange.sequencer.SequencerClock;
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

/** {@code gavel journal}: shows what a journal consists of, moves old generations to an archive, repairs. */
@Command(
        name = "journal",
        description = "Shows, archives and repairs the journal of a node.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {JournalInspection.class, JournalCommand.Archive.class, JournalCommand.Repair.class})
public final class JournalCommand extends CommandGroup {
    /** Says and answers that a directory is none of a node's. */
    static boolean isMissing(Path directory, CommandSpec spec) {
        boolean isMissing = !Files.isDirectory(directory.resolve("journal"));
        if (isMissing) {
            spec.commandLine().getErr().println(directory + " holds no journal; name a node's data directory.");
        }
        return isMissing;
    }

    /** Moves what a start no longer needs. */
    @Command(
            name = "archive",
            description = {
                "Moves the generations that are older than the oldest valid snapshot to another directory, whole and",
                "unchanged, after the whole journal was verified. The node must be stopped. Reading goes on to find",
                "them: where they were moved to, or in DIR/archive."
            },
            footerHeading = "%nExample:%n",
            footer = "  gavel journal archive ./data --to /mnt/archive/hall-1")
    static final class Archive implements Callable<Integer> {
        @Parameters(paramLabel = "DIR", description = "The data directory.")
        private Path directory;

        @Option(names = "--to", paramLabel = "DIR", description = "The archive; DIR/archive where it is not named.")
        private Path target;

        @Option(names = "--json", description = "Print the result as JSON.")
        private boolean json;

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() throws IOException {
            if (isMissing(directory, spec)) {
                return ExitCodes.FAILED;
            }
            Optional<SnapshotHeader> oldest = oldest();
            if (oldest.isEmpty()) {
                spec.commandLine()
                        .getErr()
                        .println("No snapshot of " + directory + " is whole, so a start needs every generation;"
                                + " nothing was moved. Let the node run until it has taken one (snapshots.every).");
                return ExitCodes.FAILED;
            }
            Path archive = target == null ? directory.resolve(JournalArchive.DEFAULT) : target;
            int keepFrom = oldest.get().anchor().batch().generation();
            List<Path> moved = JournalArchive.move(directory, archive, keepFrom);
            print(moved, keepFrom);
            return ExitCodes.OK;
        }

        private Optional<SnapshotHeader> oldest() throws IOException {
            Optional<SnapshotHeader> oldest = Optional.empty();
            for (Path file : Snapshots.of(directory).newestFirst()) {
                try {
                    oldest = Optional.of(SnapshotFile.verify(file));
                } catch (SnapshotRefusal refusal) {
                    spec.commandLine().getErr().println(refusal.getMessage());
                }
            }
            return oldest;
        }

        private void print(List<Path> moved, int keepFrom) {
            PrintWriter out = spec.commandLine().getOut();
            if (json) {
                ArrayNode paths = JsonNodeFactory.instance.arrayNode();
                moved.forEach(path -> paths.add(path.toString()));
                ObjectNode result = JsonNodeFactory.instance.objectNode();
                result.put("firstGenerationKept", keepFrom).set("moved", paths);
                out.println(CanonicalJson.write(result));
                return;
            }
            moved.forEach(path -> out.println("moved to " + path));
            out.println(moved.isEmpty() ? "nothing is old enough to be moved" : moved.size() + " generations moved");
        }
    }

    /** Names the first damage; discards behind it only by an act of two persons, which enters the journal. */
    @Command(
            name = "repair",
            description = {
                "Names the first damage of a journal, and what is right before it; changes nothing (exit code 3).",
                "Restore a backup or a replica if there is one. Only where there is none, --discard-after moves",
                "everything behind the last right record to DIR/discarded. Who did it and why becomes the first",
                "record of the generation that goes on. The node must be stopped."
            },
            footerHeading = "%nExample:%n",
            footer = "  gavel journal repair ./data --discard-after 4711 --by 'Li Na' --second 'Wang Wei' --reason"
                    + " 'Disk sector lost, no replica.'")
    static final class Repair implements Callable<Integer> {
        @Parameters(paramLabel = "DIR", description = "The data directory.")
        private Path directory;

        @Option(
                names = "--discard-after",
                paramLabel = "SEQUENCE",
                description = "The last right sequence, as named by this command: what follows is discarded.")
        private Long after;

        @Option(names = "--by", defaultValue = "", paramLabel = "NAME", description = "Who discards.")
        private String by;

        @Option(names = "--second", defaultValue = "", paramLabel = "NAME", description = "Who agreed.")
        private String second;

        @Option(names = "--reason", defaultValue = "", paramLabel = "TEXT", description = "Why, for the journal.")
        private String reason;

        @Option(names = "--json", description = "Print the result as JSON.")
        private boolean json;

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() {
            if (isMissing(directory, spec)) {
                return ExitCodes.FAILED;
            }
            if (after != null) {
                return discard();
            }
            JournalRepair.Finding finding = JournalRepair.examine(directory);
            ObjectNode result = JsonNodeFactory.instance.objectNode();
            result.put("result", finding.damage().isEmpty() ? "WHOLE" : "DAMAGED")
                    .put("damage", finding.damage().map(Throwable::getMessage).orElse(""))
                    .put("lastRightSequence", finding.end().sequence())
                    .put("watermark", finding.watermark());
            print(result);
            return finding.damage().isEmpty() ? ExitCodes.OK : ExitCodes.VERIFICATION_FAILED;
        }

        private int discard() {
            JournalRepair.Act act = new JournalRepair.Act(by, second, reason);
            Path aside = JournalRepair.discard(directory, after, act, SequencerClock.wallMicros());
            ObjectNode result = JsonNodeFactory.instance.objectNode();
            print(result.put("result", "DISCARDED")
                    .put("lastRightSequence", after)
                    .put("movedTo", aside.toString()));
            return ExitCodes.OK;
        }

        private void print(ObjectNode result) {
            PrintWriter out = spec.commandLine().getOut();
            if (json) {
                out.println(CanonicalJson.write(result));
                return;
            }
            List<String> keys = new ArrayList<>();
            result.fieldNames().forEachRemaining(keys::add);
            keys.forEach(key -> out.printf("%-18s %s%n", key, result.get(key).asText()));
        }
    }
}
