package org.gavel.ops.event.lot;

import java.util.Optional;
import org.gavel.ops.yaml.ScalarTypes;
import org.gavel.ops.yaml.Section;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.SaleBasis;

/** Reads {@code basis}: what the rulebook asks about a lot. */
public final class BasisReader {
    private final Section defaults;
    private final CategoryReader categories;

    /** @param rulebook as the event file names it */
    public BasisReader(Section defaults, String rulebook) {
        this.defaults = defaults;
        this.categories = new CategoryReader(rulebook);
    }

    /** Private property, offered for the first time, where the file says nothing. */
    public SaleBasis read(Section lot) {
        Optional<Section> section = lot.holder("basis", defaults).section("basis");
        if (section.isEmpty()) {
            return SaleBasis.NONE;
        }
        Section said = section.get();
        SaleBasis basis = new SaleBasis(
                categories.read(said),
                said.read("movable", ScalarTypes.FLAG).orElse(false),
                said.read("appraisal", ScalarTypes.PRICE).orElse(Money.ZERO),
                said.read("approvalRef", ScalarTypes.TEXT).orElse(""),
                said.read("relistOf", ScalarTypes.NUMBER).orElse(0),
                said.read("minBidders", ScalarTypes.whole(1, SaleBasis.MAX_MIN_BIDDERS))
                        .orElse(0));
        said.rejectUnknown();
        return basis;
    }
}
