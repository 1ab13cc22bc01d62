package org.gavel.ops.cli;

import java.io.IOException;
import java.util.Optional;
import org.gavel.exchange.audit.AuditRefused;
import org.gavel.exchange.audit.CourseEnd;
import org.gavel.exchange.audit.JournalCourse.Extent;
import org.gavel.exchange.audit.MarketAt;
import org.gavel.exchange.audit.Pseudonyms;
import org.gavel.ops.audit.MarketReport;
import org.gavel.ops.audit.MarketReport.Scope;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code gavel audit replay}: the market as it stood after any record. */
@Command(
        name = "replay",
        description = {
            "Rebuilds the market from its journal and shows each lot as it stood after a sequence or at a time: state,",
            "price and who held it, clock, offers, deposits; listings, deals and unit books too. Accounts are shown with",
            "--identities."
        },
        footerHeading = "%nExample:%n",
        footer = "  gavel audit replay ./data --lot 7 --until 2026-12-01T10:00:00+08:00")
final class AuditReplayCommand extends AuditCall {
    @Mixin
    private AuditOptions journal;

    @Option(
            names = "--until",
            paramLabel = "SEQ|TIME",
            converter = Converters.Until.class,
            description = "The last sequence, or the last time, to replay; the end where not given.")
    private Extent until = Extent.ALL;

    @ArgGroup(exclusive = true)
    private Part part = new Part();

    /** What of the market is shown in full. */
    static final class Part {
        @Option(
                names = "--lot",
                paramLabel = "N",
                converter = Converters.Id.class,
                description = "One lot in full, or one deal.")
        private Integer lot;

        @Option(
                names = "--book",
                paramLabel = "N",
                converter = Converters.Id.class,
                description = "One unit book, order by order.")
        private Integer book;

        Scope scope() {
            return new Scope(Optional.ofNullable(lot), Optional.ofNullable(book));
        }

        MarketAt market() {
            if (book != null) {
                return MarketAt.ofBook(book);
            }
            return lot == null ? MarketAt.whole() : MarketAt.ofLot(lot);
        }

        @Override
        public String toString() {
            return book == null ? "lot " + lot : "book " + book;
        }
    }

    @Override
    int run() throws IOException {
        MarketAt market = part.market();
        Pseudonyms people = journal.people();
        CourseEnd end = journal.read(until, record -> {
            people.learn(record);
            market.take(record);
        });
        if (!part.scope().isIn(market)) {
            throw new AuditRefused(journal.directory() + ": no " + part + " was announced up to sequence " + end.last()
                    + "; name another or a later --until.");
        }
        MarketReport report = new MarketReport(end, market, people, part.scope());
        if (isJson()) {
            printed().json(report.json());
        } else {
            report.text().forEach(printed()::data);
        }
        return ExitCodes.OK;
    }
}
