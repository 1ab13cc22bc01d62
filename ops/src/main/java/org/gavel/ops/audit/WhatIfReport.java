package org.gavel.ops.audit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.gavel.exchange.audit.AuditedRecord;
import org.gavel.exchange.audit.CourseEnd;
import org.gavel.exchange.audit.LotDossier;
import org.gavel.exchange.audit.Offer;
import org.gavel.exchange.audit.Outcome;
import org.gavel.exchange.audit.Pseudonyms;
import org.gavel.protocol.event.LotAwarded;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.Money;

/** A what-if for people and as JSON; every form says first that it did not happen. */
public final class WhatIfReport {
    /** Stands over everything that did not happen. */
    public static final String LABEL = "COUNTERFACTUAL 反事实推演";

    private static final String ASSUMPTION =
            "Every command is taken as it was, at its own time. Under other terms people would have acted otherwise: this"
                    + " shows what the rules do, not what anybody would have paid."
                    + " 假设：所有人的出价及时间与实际相同；在不同规则下，竞买人的行为会有所不同。";

    private final WhatIf whatIf;
    private final String terms;
    private final CourseEnd end;
    private final Pseudonyms people;
    private final Set<Integer> leftAsTheyWere;

    /**
     * @param terms the changes in words
     * @param leftAsTheyWere lots of the day that have nothing of what was to be changed
     */
    public WhatIfReport(WhatIf whatIf, String terms, CourseEnd end, Pseudonyms people, Set<Integer> leftAsTheyWere) {
        this.whatIf = whatIf;
        this.terms = terms;
        this.end = end;
        this.people = people;
        this.leftAsTheyWere = leftAsTheyWere;
    }

    public ObjectNode json() {
        ObjectNode report = MarketReport.head(end);
        report.put("label", LABEL)
                .put("counterfactual", true)
                .put("terms", terms)
                .put("assumption", ASSUMPTION);
        leftAsTheyWere.forEach(report.putArray("leftAsTheyWere")::add);
        ArrayNode lots = report.putArray("lots");
        for (int lot : whatIf.lots()) {
            ObjectNode tree = lots.addObject();
            tree.put("lot", lot);
            tree.set("actual", summary(whatIf.actual(lot)));
            tree.set("counterfactual", summary(whatIf.other(lot)));
            ArrayNode changed = tree.putArray("answeredOtherwise");
            for (WhatIf.Changed one : whatIf.changed(lot)) {
                ObjectNode line = changed.addObject();
                line.put("seq", one.before().sequence())
                        .put("at", one.before().at())
                        .put("who", people.who(one.before()))
                        .put("op", one.before().op());
                line.set("actual", answer(one.before()));
                line.set("counterfactual", answer(one.after()));
            }
        }
        return report;
    }

    private static ObjectNode answer(AuditedRecord record) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("outcome", record.outcome().name());
        if (record.reason() != RejectReason.NONE) {
            answer.put("code", record.reason().code())
                    .put("name", record.reason().name())
                    .put("sentence", record.sentence());
        }
        return answer;
    }

    private static ObjectNode summary(LotDossier dossier) {
        ObjectNode summary = JsonNodeFactory.instance.objectNode();
        summary.put("state", state(dossier))
                .put("cause", dossier.ending().cause())
                .put("winners", winners(dossier))
                .put("price", Long.toString(price(dossier).fen()))
                .put("closedAt", dossier.ending().at())
                .put("extensions", dossier.extensions())
                .put("bids", bids(dossier))
                .put("accepted", WhatIf.count(dossier, Outcome.ACCEPTED))
                .put("rejected", WhatIf.count(dossier, Outcome.REJECTED));
        return summary;
    }

    private static String state(LotDossier dossier) {
        String state = dossier.ending().state();
        return state.isEmpty() ? "NOT_ENDED" : state;
    }

    private static String winners(LotDossier dossier) {
        return dossier.awards().stream()
                .map(award -> String.format(Locale.ROOT, "P%02d", award.paddle()))
                .collect(Collectors.joining(" "));
    }

    private static Money price(LotDossier dossier) {
        long all = dossier.awards().stream()
                .map(LotAwarded::amount)
                .mapToLong(Money::fen)
                .sum();
        return new Money(all);
    }

    private static long bids(LotDossier dossier) {
        return dossier.offers().stream()
                .filter(offer -> offer.kind() == Offer.Kind.BID || offer.kind() == Offer.Kind.BEATEN)
                .count();
    }

    public List<String> text() {
        List<String> lines = new ArrayList<>();
        lines.add(LABEL + ": this did not happen");
        lines.add("terms " + terms);
        lines.add(ASSUMPTION);
        lines.addAll(MarketReport.headLines(end));
        for (int lot : whatIf.lots()) {
            lines.add("");
            describe(lot, lines);
        }
        if (!leftAsTheyWere.isEmpty()) {
            lines.add("");
            lines.add("left as they were, for they have nothing of what was to be changed: lots " + leftAsTheyWere);
        }
        return lines;
    }

    private void describe(int lot, List<String> lines) {
        LotDossier before = whatIf.actual(lot);
        LotDossier after = whatIf.other(lot);
        lines.add("lot " + lot + "  (" + LABEL + ")");
        lines.add(row("", "actual 实际", "counterfactual 推演"));
        lines.add(row("outcome", state(before), state(after)));
        lines.add(row("cause", before.ending().cause(), after.ending().cause()));
        lines.add(row("winners", winners(before), winners(after)));
        lines.add(row("price", price(before).yuan(), price(after).yuan()));
        lines.add(row(
                "closed",
                AuditTime.write(before.ending().at()),
                AuditTime.write(after.ending().at())));
        lines.add(row("extensions", Integer.toString(before.extensions()), Integer.toString(after.extensions())));
        lines.add(row("bids", Long.toString(bids(before)), Long.toString(bids(after))));
        List<WhatIf.Changed> changed = whatIf.changed(lot);
        lines.add("  commands answered otherwise: " + changed.size());
        for (WhatIf.Changed one : changed) {
            lines.add(String.format(
                    Locale.ROOT,
                    "  %8d  %s  %s  %s %s%n            actual          %s%n            counterfactual  %s",
                    one.before().sequence(),
                    AuditTime.write(one.before().at()),
                    people.who(one.before()),
                    one.before().op(),
                    amount(one.before()),
                    new TimelineRow(one.before(), people).outcome(),
                    new TimelineRow(one.after(), people).outcome()));
        }
    }

    private static String amount(AuditedRecord record) {
        String fen = record.command().path("amount").asText();
        return fen.isEmpty() ? "" : Money.parse(fen).yuan();
    }

    private static String row(String name, String actual, String other) {
        return String.format(Locale.ROOT, "  %-11s %-34s %s", name, actual, other)
                .stripTrailing();
    }
}
