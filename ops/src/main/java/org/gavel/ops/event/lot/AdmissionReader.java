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
    }

    /** Everybody where the file says nothing; empty where something is wrong. */
    public static Optional<Planned> read(Section lot, Section defaults) {
        Section holder = lot.holder("admission", defaults);
        return holder.has("admission")
                ? holder.section("admission").flatMap(AdmissionReader::block)
                : Optional.of(Planned.OPEN);
    }

    private static Optional<Planned> block(Section block) {
        boolean realName = block.read("realName", ScalarTypes.FLAG).orElse(false);
        boolean qualification = block.read("qualification", ScalarTypes.FLAG).orElse(false);
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
