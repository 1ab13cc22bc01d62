package org.gavel.ops.event.lot;

import java.util.Arrays;
import java.util.Optional;
import org.gavel.ops.rulebook.ShippedRules;
import org.gavel.ops.yaml.ScalarType;
import org.gavel.ops.yaml.ScalarTypes;
import org.gavel.ops.yaml.Section;
import org.gavel.protocol.value.Rulebook;
import org.gavel.protocol.value.SellerCategory;

/** Reads {@code category}, whose property it is, and warns of one the rulebook, where it is a shipped one, does not admit. */
public final class CategoryReader {
    private static final ScalarType<SellerCategory> CATEGORY = category();

    private final Optional<Rulebook> rulebook;

    /** @param rulebook as the event file names it */
    public CategoryReader(String rulebook) {
        this.rulebook = ShippedRules.rulebook(rulebook).flatMap(file -> file.rulebook());
    }

    private static ScalarType<SellerCategory> category() {
        ScalarType<String> names = ScalarTypes.oneOf(
                Arrays.stream(SellerCategory.values()).map(Enum::name).toList());
        return new ScalarType<>(names.allowed(), names.bare(), names.parse().andThen(SellerCategory::valueOf));
    }

    /** PRIVATE where the section says none, which no warning is given of. */
    public SellerCategory read(Section section) {
        SellerCategory category = section.read("category", CATEGORY).orElse(SellerCategory.PRIVATE);
        rulebook.filter(pack -> section.has("category") && !pack.categories().admits(category.name()))
                .ifPresent(pack -> section.warn(
                        "category", category + " is not admitted by " + pack.id() + "; name another rulebook"));
        return category;
    }
}
