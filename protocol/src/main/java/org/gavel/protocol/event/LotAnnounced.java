package org.gavel.protocol.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.gavel.protocol.value.LotRules;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.OutageRule;
import org.gavel.protocol.value.PhaseTerms;
import org.gavel.protocol.value.PriorityRule;
import org.gavel.protocol.value.Title;

/**
 * A lot is announced.
 *
 * @param rulebook {@code NAME@version}, fixed from now on; PRIVATE_SALE as it is named
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

        @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = LotRules.UnlessNone.class)
        LotRules rules)
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
                PriorityRule.NONE,
                LotRules.NONE);
    }

    /** A lot of private property, offered for the first time. */
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
                LotRules.NONE);
    }

    /** The same announcement with these rules. */
    public LotAnnounced with(LotRules fixed) {
        return new LotAnnounced(
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
                fixed);
    }

    public LotAnnounced {
        priority = priority == null ? PriorityRule.NONE : priority;
        rules = rules == null ? LotRules.NONE : rules;
    }
}
