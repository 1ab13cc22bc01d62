package org.gavel.exchange.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.Offering;
import org.gavel.protocol.value.PhaseTerms;
import org.gavel.protocol.value.Title;

/**
 * What everybody may know of a lot.
 *
 * @param state {@code ANNOUNCED OPEN CLOSING PAUSED SUSPENDED HAMMERED AWARDED PASSED WITHDRAWN TERMINATED ANNULLED}
 * @param phase the running phase from 1, 0 before the opening
 * @param price the highest bid, zero before the first
 * @param leader the leading paddle, 0 before the first bid
 * @param closesAt microseconds since 1970, 0 unless open
 * @param remaining microseconds left while paused or suspended
 * @param note why it is paused, passed, withdrawn or suspended
 * @param offering what it consists of and with which others it closes; absent where it is one thing of its own
 */
public record LotView(
        int lot,
        Title title,
        String rulebook,
        Money deposit,
        Money reserve,
        String reserveCommitment,
        List<PhaseTerms> phases,
        long opensAt,
        String state,
        int phase,
        Money price,
        Money nextMinimum,
        int leader,
        int bids,
        int extensions,
        long closesAt,
        long remaining,
        String note,

        @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = Offering.UnlessPlain.class)
        Offering offering) {}
