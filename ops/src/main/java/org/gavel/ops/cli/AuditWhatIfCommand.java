package org.gavel.ops.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.gavel.exchange.audit.AuditRefused;
import org.gavel.exchange.audit.AuditedRecord;
import org.gavel.exchange.audit.ChangedTerms;
import org.gavel.exchange.audit.CourseEnd;
import org.gavel.exchange.audit.JournalCourse.Extent;
import org.gavel.exchange.audit.Outcome;
import org.gavel.exchange.audit.Pseudonyms;
import org.gavel.ops.audit.AuditTime;
import org.gavel.ops.audit.WhatIf;
import org.gavel.ops.audit.WhatIfReport;
import org.gavel.protocol.event.LotOpened;
import org.gavel.protocol.value.Money;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code gavel audit whatif}: the bids of a lot or a day under other terms. */
@Command(
        name = "whatif",
        description = {
            "COUNTERFACTUAL 反事实推演: runs a lot's or a day's commands again under another increment ladder, another",
            "soft-close extension or another reserve, and shows what would have been answered otherwise. Everything",
            "printed says that it did not happen; nothing is ever written into a journal."
        },
        footerHeading = "%nExample:%n",
        footer = "  gavel audit whatif ./data --lot 7 --ladder 0:5万,300万:10万 --extension 1m")
final class AuditWhatIfCommand extends AuditCall {
    /** Whose terms are changed. */
    static final class Scope {
        @Option(
                names = "--lot",
                paramLabel = "N",
                converter = Converters.Id.class,
                description = "A lot; may be given more than once.")
        private List<Integer> lots;

        @Option(
                names = "--day",
                paramLabel = "YYYY-MM-DD",
                description = "Every lot that opened on this day in Beijing.")
        private String day;
    }

    @Mixin
    private AuditOptions journal;

    @ArgGroup(exclusive = true, multiplicity = "1")
    private Scope scope;

    @Option(
            names = "--ladder",
            paramLabel = "FROM:STEP,…",
            converter = Converters.Ladder.class,
            description = "The increments, in yuan or 万, the first from 0: 0:5万,300万:10万.")
    private Converters.Rows ladder = new Converters.Rows(List.of());

    @Option(
            names = "--extension",
            paramLabel = "DURATION",
            converter = Converters.Extension.class,
            description = "How far a late bid moves the close, such as 5m; none for no extension.")
    private Duration extension;

    @Option(
            names = "--reserve",
            paramLabel = "AMOUNT",
            converter = Converters.ReserveAmount.class,
            description = "The reserve in yuan or 万; none for no reserve.")
    private Money reserve;

    @Override
    int run() throws IOException {
        ChangedTerms terms =
                new ChangedTerms(ladder.steps(), Optional.ofNullable(extension), Optional.ofNullable(reserve));
        if (ladder.steps().isEmpty() && extension == null && reserve == null) {
            throw new AuditRefused("Say what would have been otherwise: --ladder, --extension or --reserve.");
        }
        Set<Integer> left = new TreeSet<>();
        Set<Integer> lots = scope.lots == null ? ofDay(terms, left) : new TreeSet<>(scope.lots);
        WhatIf whatIf = new WhatIf(terms, lots);
        Pseudonyms people = journal.people();
        CourseEnd end = journal.readOpened(Extent.ALL, record -> {
            people.learn(record);
            whatIf.take(record);
        });
        requireKnown(whatIf);
        whatIf.finish();
        WhatIfReport report = new WhatIfReport(whatIf, inWords(), end, people, left);
        if (isJson()) {
            printed().json(report.json());
        } else {
            report.text().forEach(printed()::data);
        }
        return ExitCodes.OK;
    }

    private Set<Integer> ofDay(ChangedTerms terms, Set<Integer> left) throws IOException {
        Set<Integer> lots = new TreeSet<>();
        Set<Integer> fitting = new TreeSet<>();
        journal.readSealed(Extent.ALL, record -> {
            if (isAnnouncement(record) && terms.fit(record.command())) {
                fitting.add(record.lot());
            }
            if (AuditTime.day(record.at()).equals(scope.day)) {
                record.events().stream()
                        .filter(LotOpened.class::isInstance)
                        .forEach(opened -> lots.add(((LotOpened) opened).lot()));
            }
        });
        if (lots.isEmpty()) {
            throw new AuditRefused("No lot opened on " + scope.day + " in Beijing; name another day as YYYY-MM-DD.");
        }
        left.addAll(lots);
        left.removeAll(fitting);
        lots.retainAll(fitting);
        if (lots.isEmpty()) {
            throw new AuditRefused("None of the lots of " + scope.day + " " + left + " has what was to be changed.");
        }
        return lots;
    }

    private static boolean isAnnouncement(AuditedRecord record) {
        return record.op().equals("AnnounceLot") && record.outcome() == Outcome.ACCEPTED;
    }

    private void requireKnown(WhatIf whatIf) {
        for (int lot : whatIf.lots()) {
            if (whatIf.actual(lot).announced().isEmpty()) {
                throw new AuditRefused(journal.directory() + ": no lot " + lot + " was announced; name another lot.");
            }
        }
    }

    private String inWords() {
        List<String> words = new ArrayList<>();
        if (!ladder.steps().isEmpty()) {
            List<String> rows = ladder.steps().stream()
                    .map(row ->
                            "from " + row.from().yuan() + " by " + row.step().yuan())
                    .toList();
            words.add("ladder " + String.join(", ", rows));
        }
        if (extension != null) {
            words.add(extension.isZero() ? "no extension" : "extension " + extension);
        }
        if (reserve != null) {
            words.add(reserve.fen() == 0 ? "no reserve" : "reserve " + reserve.yuan());
        }
        return String.join("; ", words);
    }
}
