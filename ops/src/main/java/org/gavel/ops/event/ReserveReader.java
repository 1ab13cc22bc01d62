package org.gavel.ops.event;

import java.util.List;
import java.util.Optional;
import org.gavel.ops.yaml.ScalarTypes;
import org.gavel.ops.yaml.Section;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.PhaseTerms;

/** Reads {@code reserve}, which must fit the prices of the first phase. */
final class ReserveReader {
    private ReserveReader() {}

    /**
     * What the block says.
     *
     * @param amount zero where there is no reserve
     */
    record Planned(Money amount, boolean hidden) {
        static final Planned NONE = new Planned(Money.ZERO, false);
    }

    /** @param phases empty where they are wrong: the amount is then not compared with anything */
    static Planned read(Section lot, List<PhaseTerms> phases) {
        Optional<Section> block = lot.says("reserve", "none") ? Optional.empty() : lot.section("reserve");
        if (block.isEmpty()) {
            return Planned.NONE;
        }
        Optional<Money> amount = block.get().require("amount", ScalarTypes.PRICE);
        boolean hidden = block.get().read("hidden", ScalarTypes.FLAG).orElse(false);
        block.get().rejectUnknown();
        if (amount.isPresent() && !phases.isEmpty()) {
            checkAgainst(block.get(), amount.get(), phases.get(0));
        }
        return new Planned(amount.orElse(Money.ZERO), hidden);
    }

    private static void checkAgainst(Section block, Money amount, PhaseTerms first) {
        Money least = first.leastReserve();
        if (first.reverse() && amount.compareTo(first.start()) > 0) {
            block.error(
                    "amount",
                    said(amount) + "above the ceiling of " + first.start().yuan()
                            + "; set it at or below the ceiling, or none");
        } else if (!first.reverse() && amount.compareTo(least) < 0) {
            String name = least.equals(first.start()) ? "start price" : "clock's last price";
            block.error(
                    "amount",
                    said(amount) + "below the " + name + " of " + least.yuan() + "; set it at or above the " + name
                            + ", or none");
        }
    }

    private static String said(Money amount) {
        return "of " + amount.yuan() + " yuan is ";
    }
}
