package org.gavel.protocol.command;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.gavel.protocol.reject.InvalidValue;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.reject.Require;
import org.gavel.protocol.value.Admission;
import org.gavel.protocol.value.InquiryTerms;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.Offering;
import org.gavel.protocol.value.OutageRule;
import org.gavel.protocol.value.PhaseTerms;
import org.gavel.protocol.value.PriorityRule;
import org.gavel.protocol.value.Reserve;
import org.gavel.protocol.value.SaleBasis;
import org.gavel.protocol.value.Title;

/**
 * Announces a lot (公告) with everything that will hold for it; nothing of it changes afterwards.
 *
 * @param seller the consigning participant, who may not bid
 * @param deposit what a bidder must have held, or zero
 * @param phases the lot's phases in order, 1 to 8
 * @param opensAt when it opens by itself, in microseconds since 1970; 0 for a roadshow or the clerk
 * @param rulebook its name, for the newest version in force, or {@code NAME@version}
 * @param priority how rights of first refusal are exercised
 * @param basis what the rulebook asks about the lot
 * @param admission who may take part
 * @param offering what it consists of, with which others it closes, and how long its award can be annulled
 */
public record AnnounceLot(
        int lot,
        Title title,
        int seller,
        String rulebook,
        Money deposit,
        Reserve reserve,
        List<PhaseTerms> phases,
        long opensAt,
        OutageRule outage,

        @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = PriorityRule.UnlessNone.class)
        PriorityRule priority,

        @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = SaleBasis.UnlessNone.class)
        SaleBasis basis,

        @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = Admission.UnlessOpen.class)
        Admission admission,

        @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = Offering.UnlessPlain.class)
        Offering offering)
        implements Command, AboutLot {
    /** The most phases a lot may have. */
    public static final int MAX_PHASES = 8;

    public AnnounceLot {
        Require.id(lot, "lot");
        title = Require.present(title, "title");
        Require.id(seller, "seller");
        rulebook = Require.text(Require.present(rulebook, "rulebook"), "rulebook");
        deposit = deposit == null ? Money.ZERO : deposit;
        reserve = reserve == null ? Reserve.NONE : reserve;
        phases = Require.list(phases, 1, MAX_PHASES, "phases");
        if (phases.get(0) instanceof InquiryTerms) {
            throw new InvalidValue(RejectReason.BAD_FIELD, "phases", "must begin with one that takes bids");
        }
        Require.between(opensAt, 0, Require.MAX_NUMBER, "opensAt");
        outage = outage == null ? OutageRule.DEFAULT : outage;
        priority = priority == null ? PriorityRule.NONE : priority;
        basis = basis == null ? SaleBasis.NONE : basis;
        offering = offering == null ? Offering.PLAIN : offering;
        admission = admission == null ? Admission.OPEN : admission;
        if (admission.paddlesFixed() && admission.paddleSalt().isEmpty()) {
            throw new InvalidValue(RejectReason.MISSING_FIELD, "admission.paddleSalt", "is required");
        }
    }

    /** A lot of private property, offered for the first time, to which the deposit alone admits, one thing in no group. */
    public AnnounceLot(
            int lot,
            Title title,
            int seller,
            String rulebook,
            Money deposit,
            Reserve reserve,
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
                phases,
                opensAt,
                outage,
                priority,
                SaleBasis.NONE,
                Admission.OPEN,
                Offering.PLAIN);
    }

    /** A lot on which nobody has a right of first refusal. */
    public AnnounceLot(
            int lot,
            Title title,
            int seller,
            String rulebook,
            Money deposit,
            Reserve reserve,
            List<PhaseTerms> phases,
            long opensAt,
            OutageRule outage) {
        this(lot, title, seller, rulebook, deposit, reserve, phases, opensAt, outage, PriorityRule.NONE);
    }

    /** The same lot with another reserve, for sealing and opening it. */
    public AnnounceLot with(Reserve other) {
        return new AnnounceLot(
                lot, title, seller, rulebook, deposit, other, phases, opensAt, outage, priority, basis, admission,
                offering);
    }

    /** The same lot on another basis. */
    public AnnounceLot with(SaleBasis other) {
        return new AnnounceLot(
                lot, title, seller, rulebook, deposit, reserve, phases, opensAt, outage, priority, other, admission,
                offering);
    }

    /** The same lot with another rule of admission. */
    public AnnounceLot with(Admission other) {
        return new AnnounceLot(
                lot, title, seller, rulebook, deposit, reserve, phases, opensAt, outage, priority, basis, other,
                offering);
    }

    /** The same lot as another offering. */
    public AnnounceLot with(Offering other) {
        return new AnnounceLot(
                lot, title, seller, rulebook, deposit, reserve, phases, opensAt, outage, priority, basis, admission,
                other);
    }
}
