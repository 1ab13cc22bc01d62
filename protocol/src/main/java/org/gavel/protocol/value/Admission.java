package org.gavel.protocol.value;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.gavel.protocol.reject.InvalidValue;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.reject.Require;

/**
 * Who may take part in the sale of a lot ({@code market-rules} 2.5, 2.9).
 *
 * @param realName only participants whose identity is verified (实名)
 * @param qualification only bidders who applied (报名) and whom the venue has qualified
 * @param applyUntil the first instant too late for an application, microseconds since 1970; 0: until the lot ends
 * @param relatedParties what becomes of marked related parties
 * @param exportClass how the export of the lot's technology is regulated
 * @param paddlesFixed nobody joins after the opening, when the list of paddles is committed to in public
 * @param paddleSalt 32 to 64 lower-case hex digits for that commitment, where paddles are fixed; empty in what is
 *     published
 */
public record Admission(
        boolean realName,
        boolean qualification,
        long applyUntil,
        RelatedParties relatedParties,
        ExportClass exportClass,
        boolean paddlesFixed,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) String paddleSalt) {
    /** Whoever has the deposit held is admitted, until bidding ends (网络司法拍卖规定 art. 18). */
    public static final Admission OPEN =
            new Admission(false, false, 0, RelatedParties.EXCLUDED, ExportClass.UNCLASSIFIED, false, "");

    public Admission {
        Require.between(applyUntil, 0, Require.MAX_NUMBER, "admission.applyUntil");
        if (applyUntil != 0 && !qualification) {
            throw new InvalidValue(RejectReason.BAD_FIELD, "admission.applyUntil", "needs qualification");
        }
        relatedParties = relatedParties == null ? RelatedParties.EXCLUDED : relatedParties;
        exportClass = exportClass == null ? ExportClass.UNCLASSIFIED : exportClass;
        paddleSalt = paddleSalt == null ? "" : paddleSalt;
        if (!paddleSalt.matches("([0-9a-f]{32,64})?")) {
            throw new InvalidValue(
                    RejectReason.BAD_FIELD, "admission.paddleSalt", "must be 32 to 64 lower-case hex digits");
        }
        if (!paddlesFixed && !paddleSalt.isEmpty()) {
            throw new InvalidValue(RejectReason.BAD_FIELD, "admission.paddleSalt", "needs paddlesFixed");
        }
    }

    /** As everybody may see it before the lot has ended. */
    public Admission published() {
        return salted("");
    }

    /** The same with another salt. */
    public Admission salted(String salt) {
        return new Admission(realName, qualification, applyUntil, relatedParties, exportClass, paddlesFixed, salt);
    }

    /** Never shows the salt, wherever it is printed. */
    @Override
    public String toString() {
        return "Admission[realName=" + realName + ", qualification=" + qualification + ", applyUntil=" + applyUntil
                + ", relatedParties=" + relatedParties + ", exportClass=" + exportClass + ", paddlesFixed="
                + paddlesFixed + "]";
    }

    /** Leaves OPEN unwritten, as it was before there were others: the bytes of old journals stay the same. */
    public static final class UnlessOpen {
        @Override
        public boolean equals(Object rule) {
            return OPEN.equals(rule);
        }

        @Override
        public int hashCode() {
            return 0;
        }
    }
}
