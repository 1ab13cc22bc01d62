package org.gavel.protocol.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.gavel.protocol.value.Admission;
import org.gavel.protocol.value.LotRules;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.Offering;
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
 * @param admission who may take part, without the salt of fixed paddles
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
        LotRules rules,

        @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = Admission.UnlessOpen.class)
        Admission admission,

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
                PriorityRule.NONE,
                LotRules.NONE,
                Admission.OPEN,
                Offering.PLAIN);
    }

    /** A lot of private property, offered for the first time, to which the deposit alone admits, one thing in no group. */
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
                LotRules.NONE,
                Admission.OPEN,
                Offering.PLAIN);
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
                fixed,
                admission,
                offering);
    }

    public LotAnnounced {
        priority = priority == null ? PriorityRule.NONE : priority;
        rules = rules == null ? LotRules.NONE : rules;
        admission = admission == null ? Admission.OPEN : admission;
        offering = offering == null ? Offering.PLAIN : offering;
    }
}
