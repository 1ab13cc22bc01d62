package org.gavel.ops.audit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.gavel.exchange.audit.CourseEnd;
import org.gavel.exchange.audit.Pseudonyms;
import org.gavel.exchange.audit.screen.Flag;
import org.gavel.exchange.audit.screen.Screening;

/** What the collusion screens raised, for a reviewer. */
public final class ScreenReport {
    private static final String CAUTION =
            "A flag is no finding: it names a pattern for a person to look at, and honest bidders show some of them by"
                    + " chance. The more pairs are compared, the more flags chance alone raises; parties are not to be"
                    + " told, refused or charged on a flag. 提示：以下仅为供人工复核的统计线索，不构成串通的认定。";
    private static final String ROUNDING =
            "Whole numbers throughout; shares in thousandths, rounded half up for printing and compared exactly.";

    private final Screening.Report found;
    private final CourseEnd end;
    private final Pseudonyms people;

    public ScreenReport(Screening.Report found, CourseEnd end, Pseudonyms people) {
        this.found = found;
        this.end = end;
        this.people = people;
    }

    public ObjectNode json() {
        ObjectNode report = MarketReport.head(end);
        report.put("caution", CAUTION)
                .put("rounding", ROUNDING)
                .put("closedLots", found.lots())
                .put("openLots", found.open())
                .put("crowdedLots", found.crowded())
                .put("bidders", found.bidders());
        ObjectNode methods = report.putObject("methods");
        found.methods().forEach(methods::put);
        ArrayNode flags = report.putArray("flags");
        for (Flag flag : found.flags()) {
            ObjectNode tree = flags.addObject();
            tree.put("screen", flag.screen())
                    .put("considered", flag.considered())
                    .put("matching", flag.matching())
                    .put("permille", flag.permille());
            flag.parties().forEach(party -> names(tree).add(people.participant(0, party)));
            flag.lots().forEach(tree.putArray("lots")::add);
            ObjectNode figures = tree.putObject("figures");
            flag.figures().forEach(figures::put);
        }
        return report;
    }

    private static ArrayNode names(ObjectNode tree) {
        return tree.withArrayProperty("parties");
    }

    public List<String> text() {
        List<String> lines = new ArrayList<>(MarketReport.headLines(end));
        lines.add("");
        lines.add(CAUTION);
        lines.add(ROUNDING);
        lines.add("closed lots " + found.lots() + ", not ended and not looked at " + found.open() + ", bidders "
                + found.bidders()
                + (found.crowded() == 0
                        ? ""
                        : ", lots with too many bidders to compare pairs (over 60) " + found.crowded()));
        found.methods().forEach((name, method) -> {
            lines.add("");
            List<Flag> raised = found.flags().stream()
                    .filter(flag -> flag.screen().equals(name))
                    .toList();
            lines.add(name + ": " + raised.size() + (raised.size() == 1 ? " flag" : " flags"));
            lines.add("  " + method);
            raised.forEach(flag -> lines.add(line(flag)));
        });
        return lines;
    }

    private String line(Flag flag) {
        String parties = flag.parties().stream()
                .map(party -> people.participant(0, party))
                .collect(Collectors.joining(" and "));
        String figures = flag.figures().entrySet().stream()
                .map(figure -> ", " + figure.getKey() + " " + figure.getValue())
                .collect(Collectors.joining());
        return "  " + parties + ": " + flag.matching() + " of " + flag.considered() + " (" + flag.permille() + "/1000)"
                + figures + ", lots " + flag.lots();
    }
}
