package org.gavel.ops.event.terms;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gavel.exchange.engine.lot.PhaseOrder;
import org.gavel.ops.yaml.ScalarType;
import org.gavel.ops.yaml.ScalarTypes;
import org.gavel.ops.yaml.Section;
import org.gavel.protocol.command.AnnounceLot;
import org.gavel.protocol.value.DividedTerms;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.PhaseTerms;
import org.gavel.protocol.value.ScoreTerms;

/**
 * Reads how one lot is sold: the list {@code phases}, or in short the one mechanism whose keys stand in the lot itself.
 * What a phase does not say is taken from the file's defaults. For one thread.
 */
public final class PhasesReader {
    private static final String ENGLISH = "english";
    private static final Set<String> KEYS = MechanismReaders.keys();
    private static final ScalarType<Map.Entry<String, MechanismReader>> MECHANISM =
            ScalarTypes.word(MechanismReaders.named());

    private final Section lot;
    private final Section defaults;
    private final Optional<Money> start;
    private final Path directory;

    /**
     * @param start the price the lot starts at; empty where that is wrong
     * @param directory where the event file is
     */
    public PhasesReader(Section lot, Section defaults, Optional<Money> start, Path directory) {
        this.lot = lot;
        this.defaults = defaults;
        this.start = start;
        this.directory = directory;
        defaults.knows(KEYS);
    }

    /** The phases in order; empty where anything is wrong, which stands among the file's problems then. */
    public List<PhaseTerms> read() {
        Section list = lot.holder("phases", defaults);
        Section single = lot.holder("mechanism", defaults);
        if (defaults.has("phases") && defaults.has("mechanism")) {
            defaults.error("mechanism", "stands beside phases; write one of the two");
        }
        boolean inShort = !list.has("phases") || (list == defaults && lot.has("mechanism"));
        return inShort ? readShort(single) : readList(list);
    }

    private List<PhaseTerms> readShort(Section holder) {
        Optional<Map.Entry<String, MechanismReader>> mechanism = holder.has("mechanism")
                ? holder.require("mechanism", MECHANISM)
                : Optional.of(Map.entry(ENGLISH, MechanismReaders.ALL.get(ENGLISH)));
        return mechanism
                .flatMap(known -> phase(lot, known, start))
                .filter(terms -> fit(List.of(lot), List.of(terms)))
                .map(List::of)
                .orElse(List.of());
    }

    private List<PhaseTerms> readList(Section holder) {
        refuseKeysBesideTheList();
        List<Section> blocks = holder.sections("phases", AnnounceLot.MAX_PHASES);
        if (blocks.isEmpty()) {
            holder.error("phases", "must be a list of phases such as {mechanism: english, duration: 5m}");
        }
        List<PhaseTerms> phases = new ArrayList<>();
        for (Section block : blocks) {
            block(block, phases.isEmpty() && block == blocks.get(0)).ifPresent(phases::add);
        }
        boolean complete = phases.size() == blocks.size() && fit(blocks, phases);
        return complete ? phases : List.of();
    }

    private void refuseKeysBesideTheList() {
        if (lot.has("mechanism")) {
            lot.error("mechanism", "stands beside phases; write one of the two");
        }
        for (String key : KEYS) {
            if (lot.has(key)) {
                lot.knows(Set.of(key));
                lot.error(key, "stands beside phases; write it in the phase it is for");
            }
        }
    }

    private Optional<PhaseTerms> block(Section block, boolean first) {
        Optional<Map.Entry<String, MechanismReader>> mechanism = block.require("mechanism", MECHANISM);
        Optional<Money> begins = block.has("start") ? block.read("start", ScalarTypes.PRICE) : start;
        if (first && block.has("start")) {
            block.error("start", "does not go in the first phase, which begins at the lot's own start; leave it out");
        }
        Optional<PhaseTerms> terms = mechanism.flatMap(known -> phase(block, known, begins));
        if (mechanism.isPresent()) {
            block.rejectUnknown();
        }
        return terms;
    }

    private Optional<PhaseTerms> phase(
            Section block, Map.Entry<String, MechanismReader> mechanism, Optional<Money> begins) {
        List<String> keys = mechanism.getValue().keys();
        boolean clear = true;
        for (String key : KEYS) {
            if (block.has(key) && !keys.contains(key)) {
                block.knows(Set.of(key));
                block.error(key, "does not go with mechanism: " + mechanism.getKey() + "; leave it out");
                clear = false;
            }
        }
        if (block != lot && block.has("start") && !keys.contains("start")) {
            block.error("start", "does not go with mechanism: " + mechanism.getKey() + "; leave it out");
            clear = false;
        }
        Optional<PhaseTerms> terms = mechanism.getValue().read(new PhaseKeys(block, defaults, begins, directory));
        return clear ? terms : Optional.empty();
    }

    /** Whether each phase can go on from the one before; where not, its place and the reason are a problem. */
    private static boolean fit(List<Section> blocks, List<PhaseTerms> phases) {
        for (int i = 0; phases.size() > 1 && i < phases.size(); i++) {
            if (phases.get(i) instanceof DividedTerms || phases.get(i) instanceof ScoreTerms) {
                blocks.get(i).error("mechanism", "must be the lot's only phase; leave the others out");
                return false;
            }
        }
        Optional<PhaseOrder.Misfit> misfit = PhaseOrder.misfit(phases);
        misfit.ifPresent(found ->
                blocks.get(found.phase() - 1).error("mechanism", found.why().sentence()));
        return misfit.isEmpty();
    }
}
