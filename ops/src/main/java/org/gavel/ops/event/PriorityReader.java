package org.gavel.ops.event;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gavel.exchange.engine.lot.Priorities;
import org.gavel.ops.yaml.ScalarTypes;
import org.gavel.ops.yaml.Section;
import org.gavel.protocol.command.GrantPriority;
import org.gavel.protocol.value.PriorityMode;
import org.gavel.protocol.value.PriorityRule;

/** Reads {@code priority}: how rights of first refusal are exercised on a lot, and who holds one. */
final class PriorityReader {
    private final Set<Integer> bidders;

    /** @param bidders the numbers of the file's bidders, of whom a holder is one */
    PriorityReader(Set<Integer> bidders) {
        this.bidders = bidders;
    }

    /**
     * What the block says.
     *
     * @param holders in the order of the file
     */
    record Priority(PriorityRule rule, List<Holder> holders) {
        static final Priority NONE = new Priority(PriorityRule.NONE, List.of());

        /** The grants of the lot with this number. */
        List<GrantPriority> grants(int lot) {
            return holders.stream().map(holder -> holder.grant(lot)).toList();
        }
    }

    /** Somebody with a right, of a rank of which 0 is the best. */
    record Holder(int participant, int rank, String basis) {
        private GrantPriority grant(int lot) {
            return new GrantPriority(lot, participant, rank, basis);
        }
    }

    /** No rights where the file says none; empty where something is wrong. */
    Optional<Priority> read(Section lot, Section defaults) {
        Section holder = lot.holder("priority", defaults);
        if (!holder.has("priority") || holder.says("priority", "none")) {
            return Optional.of(Priority.NONE);
        }
        return holder.section("priority").flatMap(this::block);
    }

    private Optional<Priority> block(Section block) {
        Optional<PriorityMode> mode = block.require("mode", ScalarTypes.word(PriorityMode.class));
        Optional<Duration> askFor = askFor(block, mode);
        boolean singleUse = block.read("singleUse", ScalarTypes.FLAG).orElse(false);
        List<Section> rows = block.sections("holders", Priorities.MAX_HOLDERS);
        List<Holder> holders = new ArrayList<>();
        rows.forEach(row -> holder(row, holders).ifPresent(holders::add));
        block.rejectUnknown();
        if (mode.equals(Optional.of(PriorityMode.NONE)) && !rows.isEmpty()) {
            block.error("holders", "does not go with mode: none; name another mode or leave it out");
            return Optional.empty();
        }
        return mode.isEmpty() || askFor.isEmpty()
                ? Optional.empty()
                : Optional.of(new Priority(new PriorityRule(mode.get(), askFor.get(), singleUse), holders));
    }

    private static Optional<Duration> askFor(Section block, Optional<PriorityMode> mode) {
        if (mode.isEmpty()) {
            return block.read("askFor", ScalarTypes.DURATION);
        }
        if (!mode.get().asks()) {
            if (block.has("askFor")) {
                block.read("askFor", ScalarTypes.DURATION);
                block.error("askFor", "has no meaning where nobody is asked; leave it out");
                return Optional.empty();
            }
            return Optional.of(Duration.ZERO);
        }
        Optional<Duration> askFor = block.require("askFor", ScalarTypes.DURATION);
        if (askFor.isPresent() && askFor.get().isZero()) {
            block.error("askFor", "must be longer than 0s");
            return Optional.empty();
        }
        return askFor;
    }

    private Optional<Holder> holder(Section row, List<Holder> earlier) {
        Optional<Integer> participant = row.require("participant", ScalarTypes.NUMBER);
        Optional<Integer> rank = row.require("rank", ScalarTypes.whole(0, GrantPriority.MAX_RANK));
        Optional<String> basis = row.require("basis", ScalarTypes.TEXT);
        row.rejectUnknown();
        if (participant.isPresent() && !bidders.contains(participant.get())) {
            row.error("participant", participant.get() + " is not among participants.bidders; list the holder there");
        }
        boolean twice = earlier.stream().anyMatch(other -> participant.equals(Optional.of(other.participant())));
        if (twice) {
            row.error("participant", participant.get() + " holds a right on this lot already; write each holder once");
        }
        return participant.isEmpty() || rank.isEmpty() || basis.isEmpty()
                ? Optional.empty()
                : Optional.of(new Holder(participant.get(), rank.get(), basis.get()));
    }
}
