package org.gavel.exchange.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.util.List;
import org.gavel.protocol.value.Admission;
import org.gavel.protocol.value.DealTerms;
import org.gavel.protocol.value.PublicityPlace;
import org.gavel.protocol.value.SellerCategory;
import org.gavel.protocol.value.Title;
import org.gavel.protocol.value.UnlessZero;

/**
 * What everybody may know of a deal.
 *
 * @param state {@code OFFERED PREPARED PUBLICITY WITHHELD IN_USE AWARDED ANNULLED PASSED TERMINATED ENDED}
 * @param suspended whether it stands still after a fault
 * @param closesAt when time decides about it, microseconds since 1970; 0 where nothing is due
 * @param sold how many were sold from an offer
 * @param pledged how many shares of a joint purchase are pledged
 * @param objections how many objections are to be decided
 * @param note why it is over
 * @param objectionPeriod how long after an award two persons can annul it
 * @param admission who may take part in it
 * @param notices where it is public; objections are taken from the first on
 * @param withdrawUntil from when on pledges bind, where that has moved since the announcement; unwritten elsewhere
 */
public record DealView(
        int lot,
        Title title,
        int seller,
        SellerCategory category,
        String rulebook,
        DealTerms terms,
        String state,
        boolean suspended,
        long closesAt,
        int sold,
        long pledged,
        int objections,
        String note,

        @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = UnlessZero.class)
        Duration objectionPeriod,

        @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = Admission.UnlessOpen.class)
        Admission admission,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Notice> notices,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) long withdrawUntil) {
    /** Where and under which reference everybody can see it. */
    public record Notice(PublicityPlace place, String reference) {}
}
