package org.gavel.ops.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gavel.ops.event.EventFile;
import org.gavel.ops.event.EventPlan;
import org.gavel.ops.yaml.InvalidFile;
import org.gavel.ops.yaml.Problem;

/** What {@code event check} says of a file. */
final class EventReport {
    private final EventFile file;
    private final Optional<EventPlan> plan;

    EventReport(EventFile file) {
        this.file = file;
        this.plan = planOf(file);
    }

    private static Optional<EventPlan> planOf(EventFile file) {
        try {
            return Optional.of(file.plan());
        } catch (InvalidFile e) {
            return Optional.empty();
        }
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("file      " + file.path());
        lines.add("sha-256   " + (file.sha256().isEmpty() ? "-" : file.sha256()));
        plan.ifPresent(valid -> {
            lines.add("event     " + valid.event());
            lines.add("venue     " + valid.venue());
            lines.add("sessions  " + valid.sessions().size());
            lines.add("lots      " + valid.lots().size() + ", start prices " + yuan(valid.startsFen()));
            lines.add("listings  " + valid.programme().listings().size() + ", list prices "
                    + yuan(valid.listPricesFen()));
            lines.add("deals     " + valid.programme().deals().size() + counted(modes(valid)));
            lines.add("books     " + valid.programme().books().size() + credited(units(valid)));
            lines.add("bidders   " + valid.bidders().size() + ", paid in " + yuan(valid.depositsFen()));
            lines.add("sellers   " + valid.sellers().size());
        });
        long errors = file.problems().stream().filter(p -> !p.warning()).count();
        long warnings = file.problems().size() - errors;
        lines.add("result    " + (file.isValid() ? "valid" : "INVALID") + ", " + errors + " errors, " + warnings
                + " warnings");
        return lines;
    }

    ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("file", file.path().toString()).put("sha256", file.sha256()).put("valid", file.isValid());
        plan.ifPresent(valid -> json.put("event", valid.event())
                .put("venue", valid.venue())
                .put("sessions", valid.sessions().size())
                .put("lots", valid.lots().size())
                .put("listings", valid.programme().listings().size())
                .put("deals", valid.programme().deals().size())
                .put("books", valid.programme().books().size())
                .put("bidders", valid.bidders().size())
                .put("sellers", valid.sellers().size())
                .put("starts", Long.toString(valid.startsFen()))
                .put("listPrices", Long.toString(valid.listPricesFen()))
                .put("deposits", Long.toString(valid.depositsFen())));
        ArrayNode problems = json.putArray("problems");
        file.problems().forEach(problem -> problems.add(json(problem)));
        return json;
    }

    /** How many deals there are of each mode. */
    private static Map<String, Long> modes(EventPlan valid) {
        Map<String, Long> modes = new TreeMap<>();
        valid.programme().deals().forEach(deal -> modes.merge(deal.terms().mode(), 1L, Long::sum));
        return modes;
    }

    /** What is put on accounts of each asset. */
    private static Map<String, Long> units(EventPlan valid) {
        Map<String, Long> units = new TreeMap<>();
        Stream.concat(valid.sellers().stream(), valid.bidders().stream())
                .flatMap(party -> party.units().stream())
                .forEach(one -> units.merge(one.asset(), one.quantity(), Math::addExact));
        return units;
    }

    private static String credited(Map<String, Long> units) {
        return units.isEmpty() ? "" : ", credited" + counted(units).substring(1);
    }

    private static String counted(Map<String, Long> named) {
        return named.entrySet().stream()
                .map(one -> String.format(Locale.ROOT, ", %s %,d", one.getKey(), one.getValue()))
                .collect(Collectors.joining());
    }

    /** Sums may pass what one {@code Money} can be. */
    private static String yuan(long fen) {
        return String.format(Locale.ROOT, "%,d.%02d yuan", fen / 100, fen % 100);
    }

    private static ObjectNode json(Problem problem) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("line", problem.line())
                .put("key", problem.key())
                .put("problem", problem.sentence())
                .put("warning", problem.warning());
    }
}
