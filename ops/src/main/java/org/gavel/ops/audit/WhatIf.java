package org.gavel.ops.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.gavel.exchange.audit.AuditedRecord;
import org.gavel.exchange.audit.ChangedTerms;
import org.gavel.exchange.audit.Counterfactual;
import org.gavel.exchange.audit.LotDossier;
import org.gavel.exchange.audit.Outcome;

/** What happened beside what would have happened, lot by lot. Takes a course with sealed fields opened, in order. */
public final class WhatIf {
    private final Counterfactual counterfactual;
    private final Map<Integer, LotDossier> actual = new TreeMap<>();
    private final Map<Integer, LotDossier> other = new TreeMap<>();

    /**
     * One command whose fate differs.
     *
     * @param before the record as it was
     * @param after the same command under the other terms
     */
    public record Changed(AuditedRecord before, AuditedRecord after) {}

    /** @param lots whose terms are changed */
    public WhatIf(ChangedTerms terms, Set<Integer> lots) {
        counterfactual = new Counterfactual(terms, lots);
        for (int lot : lots) {
            actual.put(lot, new LotDossier(lot));
            other.put(lot, new LotDossier(lot));
        }
    }

    /** Takes in the next record. */
    public void take(AuditedRecord record) {
        actual.values().forEach(dossier -> dossier.take(record));
        tell(counterfactual.apply(record));
    }

    private void tell(AuditedRecord record) {
        other.values().forEach(dossier -> dossier.take(record));
    }

    /** Lets both end: what is still due under the other terms happens as if nobody did anything any more. */
    public void finish() {
        counterfactual.finish(this::tell);
    }

    /** The lots, by their numbers. */
    public Set<Integer> lots() {
        return actual.keySet();
    }

    public LotDossier actual(int lot) {
        return actual.get(lot);
    }

    /** The lot under the other terms. */
    public LotDossier other(int lot) {
        return other.get(lot);
    }

    /** People's commands about a lot that would have been answered otherwise, in order. */
    public List<Changed> changed(int lot) {
        Map<Long, AuditedRecord> after = new TreeMap<>();
        other.get(lot).records().forEach(record -> after.put(record.sequence(), record));
        List<Changed> changed = new ArrayList<>();
        for (AuditedRecord before : actual.get(lot).records()) {
            AuditedRecord now = after.get(before.sequence());
            boolean isPersons = before.lot() == lot && before.origin().actor() > 0;
            if (isPersons && now != null && differs(before, now)) {
                changed.add(new Changed(before, now));
            }
        }
        return changed;
    }

    /** How many offers of people's were taken, and refused, of a lot. */
    public static long count(LotDossier dossier, Outcome outcome) {
        return dossier.records().stream()
                .filter(record -> record.lot() == dossier.lot() && record.participant() > 0)
                .filter(record -> record.outcome() == outcome)
                .count();
    }

    private static boolean differs(AuditedRecord before, AuditedRecord now) {
        return before.outcome() != now.outcome() || before.reason() != now.reason();
    }
}
