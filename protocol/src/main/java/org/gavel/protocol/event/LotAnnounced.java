package org.gavel.protocol.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.Offering;
import org.gavel.protocol.value.OutageRule;
import org.gavel.protocol.value.PhaseTerms;
import org.gavel.protocol.value.PriorityRule;
import org.gavel.protocol.value.Title;

/**
 * A lot is announced.
 *
 * @param reserve the open reserve, or zero
 * @param reserveCommitment the hidden reserve's salted hash, or empty
 */
public record LotAnnounced(
        int lot,
        Title title,
        int seller,
        String rulebook,
        Money deposit,
        Money reserve,
        String reserveCommitment,
        List<PhaseTerms> phases,
        long opensAt,
        OutageRule outage,

        @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = PriorityRule.UnlessNone.class)
        PriorityRule priority,

        @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = Offering.UnlessPlain.class)
        Offering offering)
        implements LotEvent {
    /** A lot on which nobody has a right of first refusal. */
    public LotAnnounced(
            int lot,
            Title title,
            int seller,
            String rulebook,
            Money deposit,
            Money reserve,
            String reserveCommitment,
            List<PhaseTerms> phases,
            long opensAt,
            OutageRule outage) {
        this(
                lot,
                title,
                seller,
                rulebook,
                deposit,
                reserve,
                reserveCommitment,
                phases,
                opensAt,
                outage,
                PriorityRule.NONE);
    }

    /** One thing, in no group, awarded for good. */
    public LotAnnounced(
            int lot,
            Title title,
            int seller,
            String rulebook,
            Money deposit,
            Money reserve,
            String reserveCommitment,
            List<PhaseTerms> phases,
            long opensAt,
            OutageRule outage,
            PriorityRule priority) {
        this(
                lot,
                title,
                seller,
                rulebook,
                deposit,
                reserve,
                reserveCommitment,
                phases,
                opensAt,
                outage,
                priority,
                Offering.PLAIN);
    }

    public LotAnnounced {
        priority = priority == null ? PriorityRule.NONE : priority;
        offering = offering == null ? Offering.PLAIN : offering;
    }
}
