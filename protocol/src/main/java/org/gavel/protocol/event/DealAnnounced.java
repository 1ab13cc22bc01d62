package org.gavel.protocol.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonView;
import java.time.Duration;
import org.gavel.protocol.reject.Require;
import org.gavel.protocol.value.Admission;
import org.gavel.protocol.value.DealTerms;
import org.gavel.protocol.value.SellerCategory;
import org.gavel.protocol.value.Title;
import org.gavel.protocol.value.UnlessZero;

/**
 * A deal is announced.
 *
 * @param lot the deal's number
 * @param buyer whom the seller has agreed with, or 0
 * @param rulebook {@code NAME@version}, fixed from now on; PRIVATE_SALE as it is named
 * @param closesAt when time decides about it, microseconds since 1970; 0 where nothing is due yet
 * @param objectionPeriod how long after an award two persons can annul it
 * @param admission who may take part in it
 */
public record DealAnnounced(
        int lot,
        Title title,
        int seller,
        @JsonView(Faces.Private.class) int buyer,
        SellerCategory category,
        String rulebook,
        DealTerms terms,
        long closesAt,

        @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = UnlessZero.class)
        Duration objectionPeriod,

        @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = Admission.UnlessOpen.class)
        Admission admission)
        implements LotEvent, DeskEvent {
    public DealAnnounced {
        objectionPeriod = Require.duration(objectionPeriod, "objectionPeriod");
        admission = admission == null ? Admission.OPEN : admission;
    }

    @Override
    public int owner() {
        return buyer;
    }
}
