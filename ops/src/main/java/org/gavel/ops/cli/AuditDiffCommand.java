package org.gavel.ops.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.gavel.exchange.audit.AuditRefused;
import org.gavel.exchange.audit.Basis;
import org.gavel.exchange.audit.CourseEnd;
import org.gavel.exchange.audit.EventLogDiff;
import org.gavel.exchange.audit.JournalCourse.Extent;
import org.gavel.exchange.audit.JournalDiff;
import org.gavel.exchange.audit.JournalDifference;
import org.gavel.exchange.audit.JournalDifference.Side;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gavel audit diff}: where two journals, or a journal and an event log, part. */
@Command(
        name = "diff",
        description = {
            "Compares two journals record by record, also damaged ones, and names the first record that differs: its place",
            "in both, and what differs in words. Needs no key. With --event-log, compares the replay of the first with",
            "the event log of the second, or with its own. Exits with 3 where they differ."
        },
        footerHeading = "%nExample:%n",
        footer = "  gavel audit diff ./data /mnt/copy/data")
final class AuditDiffCommand extends AuditCall {
    @Mixin
    private AuditOptions journal;

    @Parameters(index = "1", arity = "0..1", paramLabel = "OTHER", description = "The other data directory.")
    private Path other;

    @Option(names = "--event-log", description = "Compare with an event log instead of a journal.")
    private boolean eventLog;

    @Override
    int run() throws IOException {
        if (eventLog) {
            return withEventLog();
        }
        if (other == null) {
            throw new AuditRefused("Name the other data directory, or --event-log to compare with the event log.");
        }
        JournalDifference found = JournalDiff.of(journal.directory(), other, journal.progress());
        if (isJson()) {
            printed().json(json(found));
        } else {
            print(found);
        }
        return found.isNone() ? ExitCodes.OK : ExitCodes.VERIFICATION_FAILED;
    }

    private void print(JournalDifference found) {
        printed()
                .data(
                        found.isNone()
                                ? "SAME: " + found.same() + " records"
                                : "DIFFERENT after " + found.same() + " records that are the same, byte for byte");
        printed().data("chain in common " + found.chainSame());
        side("first ", journal.directory(), found.left());
        side("second", other, found.right());
        found.words().forEach(printed()::data);
    }

    private void side(String name, Path directory, Side side) {
        printed().data(name + "  " + directory + ": " + side.records() + " records, chain " + side.chainHash());
        printed().data("        at " + side.place());
    }

    private static ObjectNode json(JournalDifference found) {
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        tree.put("result", found.isNone() ? "SAME" : "DIFFERENT")
                .put("sameRecords", found.same())
                .put("chainInCommon", found.chainSame());
        tree.set("first", json(found.left()));
        tree.set("second", json(found.right()));
        found.words().forEach(tree.putArray("words")::add);
        return tree;
    }

    private static ObjectNode json(Side side) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("records", side.records())
                .put("place", side.place())
                .put("chainHash", side.chainHash())
                .put("flaw", side.flaw());
    }

    private int withEventLog() throws IOException {
        try (EventLogDiff diff = new EventLogDiff(other == null ? journal.directory() : other)) {
            CourseEnd end = journal.readSealed(Extent.ALL, diff::take);
            if (end.basis() != Basis.REPLAYED) {
                throw new AuditRefused(
                        "The journal holds sealed fields, so it can be replayed with the venue's key only:"
                                + " name its key directory with --keys.");
            }
            List<String> words = diff.words();
            if (isJson()) {
                ObjectNode tree = JsonNodeFactory.instance.objectNode();
                tree.put("result", words.isEmpty() ? "SAME" : "DIFFERENT").put("sameCommands", diff.same());
                words.forEach(tree.putArray("words")::add);
                printed().json(tree);
            } else {
                printed()
                        .data((words.isEmpty() ? "SAME: the events of " : "DIFFERENT after the events of ")
                                + diff.same() + " commands");
                words.forEach(printed()::data);
            }
            return words.isEmpty() ? ExitCodes.OK : ExitCodes.VERIFICATION_FAILED;
        }
    }
}
