package org.gavel.ops.cli;

import java.io.IOException;
import java.util.Optional;
import org.gavel.exchange.audit.AuditRefused;
import org.gavel.exchange.audit.CourseEnd;
import org.gavel.exchange.audit.JournalCourse.Extent;
import org.gavel.exchange.audit.MarketAt;
import org.gavel.exchange.audit.Pseudonyms;
import org.gavel.ops.audit.MarketReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code gavel audit replay}: the market as it stood after any record. */
@Command(
        name = "replay",
        description = {
            "Rebuilds the market from its journal and shows each lot as it stood after a sequence or at a time: state,",
            "price and who held it, clock, offers, deposits. Accounts are shown with --identities."
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

    @Option(names = "--lot", paramLabel = "N", converter = Converters.Id.class, description = "One lot, in full.")
    private Integer lot;

    @Override
    int run() throws IOException {
        MarketAt market = lot == null ? MarketAt.whole() : MarketAt.ofLot(lot);
        Pseudonyms people = journal.people();
        CourseEnd end = journal.read(until, record -> {
            people.learn(record);
            market.take(record);
        });
        if (lot != null && market.lot(lot).isEmpty()) {
            throw new AuditRefused(journal.directory() + ": no lot " + lot + " was announced up to sequence "
                    + end.last() + "; name another lot or a later --until.");
        }
        MarketReport report = new MarketReport(end, market, people, Optional.ofNullable(lot));
        if (isJson()) {
            printed().json(report.json());
        } else {
            report.text().forEach(printed()::data);
        }
        return ExitCodes.OK;
    }
}
