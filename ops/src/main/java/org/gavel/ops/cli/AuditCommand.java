package org.gavel.ops.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.gavel.exchange.audit.AuditRefused;
import org.gavel.exchange.audit.JournalCourse;
import org.gavel.exchange.audit.JournalCourse.Extent;
import org.gavel.exchange.audit.Progress;
import org.gavel.exchange.engine.MarketFault;
import org.gavel.exchange.host.DigestMismatch;
import org.gavel.exchange.journal.JournalDamage;
import org.gavel.exchange.journal.JournalReader;
import org.gavel.exchange.journal.JournalReport;
import org.gavel.exchange.recovery.Audit;
import org.gavel.exchange.vault.SealingKey;
import org.gavel.protocol.codec.json.CanonicalJson;
import org.gavel.protocol.codec.json.Sealer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gavel audit}: proves a journal, or shows where it is wrong. Never writes. */
@Command(
        name = "audit",
        description = "Proves a journal, or shows where it is wrong, and what it tells of a sale.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            AuditCommand.Verify.class,
            AuditReplayCommand.class,
            AuditTimelineCommand.class,
            AuditDiffCommand.class,
            AuditExportCommand.class,
            AuditWhatIfCommand.class,
            AuditScreenCommand.class
        })
public final class AuditCommand extends CommandGroup {
    /** Verifies envelope, chain and watermark, replays, and compares digests and events. */
    @Command(
            name = "verify",
            description = {
                "Reads the journal under a data directory (also of a running node), checks every record, the chain and",
                "the watermark, replays it, and compares every journaled state digest and the event log.",
                "Exits with 3 at the first difference, naming its sequence."
            },
            footerHeading = "%nExample:%n",
            footer = "  gavel audit verify ./data --json")
    static final class Verify implements Callable<Integer> {
        @Parameters(paramLabel = "DIR", description = "The data directory.")
        private Path directory;

        @Option(
                names = "--keys",
                paramLabel = "DIR",
                description = "The key directory; DIR/keys where it is not named.")
        private Path keys;

        @Option(names = "--chain-only", description = "Verify without replaying; needs no key.")
        private boolean chainOnly;

        @Option(names = "--json", description = "Print the result as JSON.")
        private boolean json;

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() throws IOException {
            if (!Files.isDirectory(directory.resolve("journal"))) {
                spec.commandLine().getErr().println(directory + " holds no journal; name a node's data directory.");
                return ExitCodes.FAILED;
            }
            try {
                return print(chainOnly ? chain() : replay());
            } catch (JournalDamage | DigestMismatch | MarketFault | AuditRefused e) {
                return refuse(e);
            }
        }

        private ObjectNode chain() {
            return describe(JournalReader.read(directory, (sequence, time, buffer, offset, length) -> {}));
        }

        private ObjectNode replay() throws IOException {
            Audit audit = verified();
            return describe(audit.report())
                    .put("venue", audit.venue())
                    .put("digestsEqual", audit.digests())
                    .put("eventsEqual", audit.events() - audit.eventsLacking())
                    .put("eventsLacking", audit.eventsLacking())
                    .put("stateSequence", audit.stateSequence())
                    .put("stateHash", audit.stateHash());
        }

        private Audit verified() throws IOException {
            Sealer sealer = sealer();
            try {
                return Audit.of(directory, sealer);
            } catch (IllegalStateException e) {
                // Reading it again names the record; where that finds nothing, the first sentence stands.
                new JournalCourse(directory, Optional.of(sealer), Progress.NONE).tell(Extent.ALL, record -> {});
                throw e;
            }
        }

        private Sealer sealer() throws IOException {
            Path where = keys == null ? directory.resolve("keys") : keys;
            boolean present = keys != null || Files.exists(where.resolve(SealingKey.FILE));
            return present ? SealingKey.load(where) : new AbsentKey();
        }

        private static ObjectNode describe(JournalReport report) {
            return JsonNodeFactory.instance
                    .objectNode()
                    .put("result", "VERIFIED")
                    .put("lastSequence", report.end().sequence())
                    .put("watermark", report.watermarkSequence())
                    .put("generations", report.generations())
                    .put("batches", report.batches())
                    .put("chainHash", report.end().chainHash().toString())
                    .put("droppedBytes", report.droppedBytes())
                    .put("dropped", report.dropped());
        }

        private int print(ObjectNode result) {
            PrintWriter out = spec.commandLine().getOut();
            if (json) {
                out.println(CanonicalJson.write(result));
            } else {
                result.properties()
                        .forEach(f -> out.printf(
                                "%-15s %s%n", f.getKey(), f.getValue().asText()));
            }
            return ExitCodes.OK;
        }

        private int refuse(RuntimeException difference) {
            boolean isWhole = difference.getCause() == null || difference instanceof AuditRefused;
            String cause = isWhole ? "" : ": " + difference.getCause().getMessage();
            String sentence = difference.getMessage() + cause;
            if (json) {
                ObjectNode result = JsonNodeFactory.instance.objectNode();
                result.put("result", "REFUSED").put("problem", sentence);
                spec.commandLine().getOut().println(CanonicalJson.write(result));
            }
            spec.commandLine().getErr().println("REFUSED: " + sentence);
            return ExitCodes.VERIFICATION_FAILED;
        }
    }

    /** Replays journals in which nothing is sealed, and says what is missing for the others. */
    private static final class AbsentKey implements Sealer {
        private static final String WHAT_TO_DO =
                "the journal holds sealed fields: name the venue's key directory with --keys, or use --chain-only";

        @Override
        public String seal(String plain) {
            throw new IllegalStateException(WHAT_TO_DO);
        }

        @Override
        public String open(String sealed) {
            throw new IllegalStateException(WHAT_TO_DO);
        }
    }
}
