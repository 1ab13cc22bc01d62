package org.gavel.protocol.value;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.gavel.protocol.reject.InvalidValue;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.reject.Require;

/**
 * What an intended deal is made public with, beside its name, price and mode of transfer
 * (浙江省促进科技成果转化条例 art. 17).
 *
 * @param days how many days in both places, at least {@value #LEAST_DAYS}; absent reads as those, 0 with no summary as no
 *     publicity
 * @param summary 简介: what is transferred
 * @param related the buyer is the completer or a related party, and marked as such
 * @param objections 异议处理程序: where and how to object, and who decides
 * @param decideDays in how many days an objection is decided, from the day after it was raised; 0 reads as
 *     {@value #DECIDE_DAYS}
 */
public record PublicityTerms(
        int days,
        String summary,
        boolean related,
        String objections,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) int decideDays) {
    /** The fewest days of publicity. */
    public static final int LEAST_DAYS = 15;

    /** The most days of publicity. */
    public static final int MOST_DAYS = 366;

    /** In how many days an objection is decided where nothing else is announced. */
    public static final int DECIDE_DAYS = 10;

    /** No publicity: for a private seller's own property alone. */
    public static final PublicityTerms NONE = new PublicityTerms(0, "", false, "", 0);

    public PublicityTerms {
        summary = Require.text(summary, "publicity.summary");
        objections = Require.text(objections, "publicity.objections");
        boolean none = days == 0 && summary.isBlank() && objections.isBlank() && !related && decideDays == 0;
        if (!none) {
            days = days == 0 ? LEAST_DAYS : days;
            Require.between(days, LEAST_DAYS, MOST_DAYS, "publicity.days");
            Require.between(decideDays, 0, MOST_DAYS, "publicity.decideDays");
            said(summary, "publicity.summary");
            said(objections, "publicity.objections");
        }
    }

    private static void said(String text, String field) {
        if (text.isBlank()) {
            throw new InvalidValue(RejectReason.MISSING_FIELD, field, "is required");
        }
    }

    /** In how many days an objection is decided. */
    public int daysToDecide() {
        return decideDays == 0 ? DECIDE_DAYS : decideDays;
    }

    /** Whether there is no publicity. */
    public boolean isNone() {
        return days == 0;
    }
}
