package org.gavel.ops.cli;

import java.io.IOException;
import org.gavel.exchange.audit.CourseEnd;
import org.gavel.exchange.audit.JournalCourse.Extent;
import org.gavel.exchange.audit.Pseudonyms;
import org.gavel.exchange.audit.screen.Screening;
import org.gavel.exchange.audit.screen.Thresholds;
import org.gavel.ops.audit.ScreenReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** {@code gavel audit screen}: patterns of collusion over closed lots, for a reviewer. */
@Command(
        name = "screen",
        description = {
            "Looks over all closed lots for patterns that rings leave: wins in turns, bids in fixed ratios, answers after",
            "the same time, deposits held together, one source, bids that were never serious. A flag is no finding.",
            "Exits with 0 whether it raises flags or not."
        },
        footerHeading = "%nExample:%n",
        footer = "  gavel audit screen ./data --keys ./keys --identities")
final class AuditScreenCommand extends AuditCall {
    private static final int FEWEST = 3;

    @Mixin
    private AuditOptions journal;

    @Option(
            names = "--least-lots",
            paramLabel = "N",
            description = "How many lots a pattern needs, ${DEFAULT-VALUE} where not given; a rotation three more.")
    private int leastLots = Thresholds.DEFAULT.leastLots();

    @Override
    int run() throws IOException {
        if (leastLots < FEWEST) {
            throw new ParameterException(spec().commandLine(), "--least-lots must be " + FEWEST + " or more");
        }
        Screening screening = new Screening(Thresholds.DEFAULT.withLeastLots(leastLots));
        Pseudonyms people = journal.people();
        CourseEnd end = journal.read(Extent.ALL, record -> {
            people.learn(record);
            screening.take(record);
        });
        ScreenReport report = new ScreenReport(screening.report(), end, people);
        if (isJson()) {
            printed().json(report.json());
        } else {
            report.text().forEach(printed()::data);
        }
        return ExitCodes.OK;
    }
}
