package org.gavel.ops.event.lot;

import java.util.Optional;
import org.gavel.ops.yaml.ScalarTypes;
import org.gavel.ops.yaml.Section;
import org.gavel.protocol.value.Admission;
import org.gavel.protocol.value.ExportClass;
import org.gavel.protocol.value.RelatedParties;

/** Reads {@code admission}: who may take part in a lot. */
public final class AdmissionReader {
    private AdmissionReader() {}

    /**
     * What the block says.
     *
     * @param rule without fixed paddles, which need a salt
     * @param paddlesFixed whether they are to be fixed
     */
    public record Planned(Admission rule, boolean paddlesFixed) {
        private static final Planned OPEN = new Planned(Admission.OPEN, false);

        /** Whom a listing takes where nothing more is said: every party is qualified. */
        private static final Planned QUALIFIED = new Planned(
                new Admission(false, true, 0, RelatedParties.EXCLUDED, ExportClass.UNCLASSIFIED, false, ""), false);
    }

    /** Everybody where the file says nothing; empty where something is wrong. */
    public static Optional<Planned> read(Section lot, Section defaults) {
        return read(lot, defaults, false);
    }

    /** As {@link #read} for a listing's lot, whose parties are always qualified while it is disclosed. */
    public static Optional<Planned> readListed(Section lot, Section defaults) {
        return read(lot, defaults, true);
    }

    private static Optional<Planned> read(Section lot, Section defaults, boolean listed) {
        Section holder = lot.holder("admission", defaults);
        if (!holder.has("admission")) {
            return Optional.of(listed ? Planned.QUALIFIED : Planned.OPEN);
        }
        return holder.section("admission")
                .flatMap(block -> block(block, listed))
                .filter(planned -> !listed || fitsListing(holder, planned.rule()));
    }

    private static boolean fitsListing(Section holder, Admission rule) {
        if (!rule.qualification()) {
            holder.error("admission", "has qualification: false; a listing qualifies its parties, leave it out");
        } else if (rule.applyUntil() != 0) {
            holder.error("admission", "has applyUntil; the disclosure of a listing ends it, leave it out");
        }
        return rule.qualification() && rule.applyUntil() == 0;
    }

    private static Optional<Planned> block(Section block, boolean listed) {
        boolean realName = block.read("realName", ScalarTypes.FLAG).orElse(false);
        boolean qualification = block.read("qualification", ScalarTypes.FLAG).orElse(listed);
        long applyUntil = block.read("applyUntil", ScalarTypes.TIME).orElse(0L);
        RelatedParties related = block.read("relatedParties", ScalarTypes.word(RelatedParties.class))
                .orElse(RelatedParties.EXCLUDED);
        ExportClass export =
                block.read("exportClass", ScalarTypes.word(ExportClass.class)).orElse(ExportClass.UNCLASSIFIED);
        boolean fixed = block.read("paddlesFixed", ScalarTypes.FLAG).orElse(false);
        block.rejectUnknown();
        if (applyUntil != 0 && !qualification) {
            block.error("applyUntil", "has no meaning without applications; write qualification: true or leave it out");
            return Optional.empty();
        }
        return Optional.of(
                new Planned(new Admission(realName, qualification, applyUntil, related, export, false, ""), fixed));
    }
}
