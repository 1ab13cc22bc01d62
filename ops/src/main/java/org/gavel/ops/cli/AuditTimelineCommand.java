package org.gavel.ops.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Set;
import org.gavel.exchange.audit.AuditedRecord;
import org.gavel.exchange.audit.CourseEnd;
import org.gavel.exchange.audit.JournalCourse.Extent;
import org.gavel.exchange.audit.Pseudonyms;
import org.gavel.ops.audit.Csv;
import org.gavel.ops.audit.MarketReport;
import org.gavel.ops.audit.TimelineRow;
import org.gavel.protocol.codec.json.CanonicalJson;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code gavel audit timeline}: every command with its outcome. */
@Command(
        name = "timeline",
        description = {
            "Every command of a journal in order: when, by whom, through which channel, when the gateway had it, and",
            "whether it was accepted, with its events, or refused, with code and sentence. Operator acts come with their",
            "reason and approver. Without a filter the whole journal; ticks and digests only with --all."
        },
        footerHeading = "%nExample:%n",
        footer = "  gavel audit timeline ./data --lot 7 --format csv > lot-7.csv")
final class AuditTimelineCommand extends AuditCall {
    private static final Set<String> HOUSEKEEPING = Set.of("Tick", "StateDigest");

    /** What a timeline can be printed as. */
    enum Format {
        text,
        jsonl,
        csv
    }

    /** Whose timeline it is. */
    static final class Subject {
        @Option(names = "--lot", paramLabel = "N", converter = Converters.Id.class, description = "One lot.")
        private Integer lot;

        @Option(names = "--roadshow", paramLabel = "N", converter = Converters.Id.class, description = "One roadshow.")
        private Integer roadshow;

        @Option(
                names = "--participant",
                paramLabel = "N",
                converter = Converters.Id.class,
                description = "One participant, by their number.")
        private Integer participant;

        @Option(
                names = "--listing",
                paramLabel = "N",
                converter = Converters.Id.class,
                description = "One listing, its lot with it.")
        private Integer listing;

        @Option(names = "--book", paramLabel = "N", converter = Converters.Id.class, description = "One unit book.")
        private Integer book;

        /** Of the listing, once it was announced. */
        private int listed;

        boolean concerns(AuditedRecord record) {
            if (lot != null) {
                return record.concernsLot(lot);
            }
            if (listing != null) {
                listed = record.lotOfListing(listing).orElse(listed);
                return record.namesListing(listing) || (listed != 0 && record.concernsLot(listed));
            }
            if (book != null) {
                return record.concernsBook(book);
            }
            return roadshow != null ? record.concernsRoadshow(roadshow) : record.concernsParticipant(participant);
        }
    }

    @Mixin
    private AuditOptions journal;

    @ArgGroup(exclusive = true)
    private Subject subject;

    @Option(
            names = "--until",
            paramLabel = "SEQ|TIME",
            converter = Converters.Until.class,
            description = "The last sequence, or the last time, to show.")
    private Extent until = Extent.ALL;

    @Option(
            names = "--format",
            description = "One of ${COMPLETION-CANDIDATES}; text where not given. jsonl is JSON Lines, csv RFC 4180.")
    private Format format = Format.text;

    @Option(names = "--all", description = "Show the venue's ticks and digests too where they caused nothing.")
    private boolean all;

    @Override
    int run() throws IOException {
        Format asked = isJson() ? Format.jsonl : format;
        PrintWriter out = spec().commandLine().getOut();
        Pseudonyms people = journal.people();
        if (asked == Format.csv) {
            out.print(Csv.row(TimelineRow.COLUMNS));
        }
        CourseEnd end = journal.read(until, record -> {
            people.learn(record);
            if (isShown(record)) {
                print(new TimelineRow(record, people), asked, out);
            }
        });
        out.flush();
        MarketReport.headLines(end).forEach(printed()::message);
        return ExitCodes.OK;
    }

    private boolean isShown(AuditedRecord record) {
        boolean isIdle = HOUSEKEEPING.contains(record.op()) && record.events().isEmpty();
        return (all || !isIdle) && (subject == null || subject.concerns(record));
    }

    private static void print(TimelineRow row, Format format, PrintWriter out) {
        switch (format) {
            case text -> out.println(row.text());
            case jsonl -> out.print(CanonicalJson.write(row.json()) + "\n");
            case csv -> out.print(row.csv());
        }
    }
}
