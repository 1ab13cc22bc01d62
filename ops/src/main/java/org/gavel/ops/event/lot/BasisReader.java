package org.gavel.ops.event.lot;

import java.util.Arrays;
import java.util.Optional;
import org.gavel.ops.yaml.ScalarType;
import org.gavel.ops.yaml.ScalarTypes;
import org.gavel.ops.yaml.Section;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.SaleBasis;
import org.gavel.protocol.value.SellerCategory;

/** Reads {@code basis}: what the rulebook asks about a lot. */
public final class BasisReader {
    /** Whose property it is. */
    public static final ScalarType<SellerCategory> CATEGORY = category();

    private BasisReader() {}

    private static ScalarType<SellerCategory> category() {
        ScalarType<String> names = ScalarTypes.oneOf(
                Arrays.stream(SellerCategory.values()).map(Enum::name).toList());
        return new ScalarType<>(names.allowed(), names.bare(), names.parse().andThen(SellerCategory::valueOf));
    }

    /** Private property, offered for the first time, where the file says nothing. */
    public static SaleBasis read(Section lot, Section defaults) {
        Optional<Section> section = lot.holder("basis", defaults).section("basis");
        if (section.isEmpty()) {
            return SaleBasis.NONE;
        }
        Section said = section.get();
        SaleBasis basis = new SaleBasis(
                said.read("category", CATEGORY).orElse(SellerCategory.PRIVATE),
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
