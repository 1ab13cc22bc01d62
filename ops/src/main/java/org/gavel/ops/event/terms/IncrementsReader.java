package org.gavel.ops.event.terms;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gavel.ops.yaml.ScalarTypes;
import org.gavel.ops.yaml.Section;
import org.gavel.protocol.value.EnglishTerms;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.Step;

/** Reads {@code increment} or {@code ladder}. */
final class IncrementsReader {
    private IncrementsReader() {}

    /** Of the phase itself, or of the defaults where it has neither key. Empty where something is wrong. */
    static List<Step> read(PhaseKeys keys) {
        List<Step> steps = steps(keys);
        if (steps.isEmpty()) {
            keys.spoil();
        }
        return steps;
    }

    private static List<Step> steps(PhaseKeys keys) {
        Section holder = keys.holderOfEither("increment", "ladder");
        if (holder.has("increment") && holder.has("ladder")) {
            holder.error("ladder", "stands beside increment; write one of the two");
            return List.of();
        }
        if (holder.has("ladder")) {
            return ladder(holder);
        }
        if (!holder.has("increment")) {
            keys.error("increment", "is missing; write an amount such as 5万, or a ladder");
            return List.of();
        }
        return holder.read("increment", ScalarTypes.PRICE)
                .map(step -> List.of(new Step(Money.ZERO, step)))
                .orElse(List.of());
    }

    private static List<Step> ladder(Section holder) {
        List<Section> rows = holder.sections("ladder", EnglishTerms.MAX_STEPS);
        List<Step> steps = new ArrayList<>();
        boolean wrong = rows.isEmpty();
        Optional<Money> previous = Optional.empty();
        for (Section row : rows) {
            Optional<Money> from = row.require("from", ScalarTypes.MONEY);
            Optional<Money> step = row.require("step", ScalarTypes.PRICE);
            row.rejectUnknown();
            wrong |= from.isEmpty() || step.isEmpty() || !ascends(row, previous, from.get());
            previous = from.isEmpty() ? previous : from;
            if (!wrong) {
                steps.add(new Step(from.get(), step.get()));
            }
        }
        if (rows.isEmpty()) {
            holder.error("ladder", "must be a list of rows such as {from: 0, step: 5万}");
        }
        return wrong ? List.of() : steps;
    }

    private static boolean ascends(Section row, Optional<Money> previous, Money from) {
        if (previous.isEmpty() && from.fen() != 0) {
            row.error("from", "must be 0 in the ladder's first row");
            return false;
        }
        if (previous.isPresent() && from.compareTo(previous.get()) <= 0) {
            row.error("from", "must be above the row before, " + previous.get().yuan() + " yuan; the ladder ascends");
            return false;
        }
        return true;
    }
}
