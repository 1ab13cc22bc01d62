package org.gavel.exchange.engine.rulebook;

import org.gavel.exchange.engine.Behaviour;
import org.gavel.exchange.engine.Request;
import org.gavel.protocol.command.AnnounceLot;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.Day;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.RelistRules;

/** How soon and for how much less a lot that was not sold may be offered again. Changes nothing. */
final class RelistCheck {
    private RelistCheck() {}

    static RejectReason check(Request request, AnnounceLot asked, RelistRules rules, Earlier earlier, Notice notice) {
        if (earlier.isNone()) {
            return RejectReason.NONE;
        }
        RejectReason refusal = inTime(request, asked, rules, earlier, notice);
        if (refusal == RejectReason.NONE) {
            refusal = cut(request, asked, rules, earlier);
        }
        return refusal == RejectReason.NONE ? approval(request, asked, rules, earlier) : refusal;
    }

    private static RejectReason inTime(
            Request request, AnnounceLot asked, RelistRules rules, Earlier earlier, Notice notice) {
        if (!rules.withinDays().isSet()) {
            return RejectReason.NONE;
        }
        Day ended = Day.at(earlier.endedAt());
        Day last = notice.days().lastAfter(ended, rules.withinDays().value());
        int unknown = notice.days().unknownYear(ended, last);
        if (unknown != 0) {
            return request.refuse(RejectReason.CALENDAR_MISSING, unknown);
        }
        Day sale = request.follows(Behaviour.RELISTINGS_OPEN_IN_TIME)
                ? sale(asked, notice, Day.at(request.time()))
                : Day.at(request.time());
        return sale.compareTo(last) > 0
                ? request.refuse(RejectReason.RELIST_TOO_LATE, last.digits())
                : RejectReason.NONE;
    }

    /** The day the lot opens, or the first on which it may where that is left open: 再次拍卖 is the sale (网拍规定 art. 26). */
    private static Day sale(AnnounceLot asked, Notice notice, Day today) {
        long opens = asked.opensAt() == 0 ? notice.opensFrom() : asked.opensAt();
        return opens == 0 ? today : Day.at(opens);
    }

    private static RejectReason cut(Request request, AnnounceLot asked, RelistRules rules, Earlier earlier) {
        Money least = rules.leastStart(earlier.start());
        boolean tooDeep = rules.mostCutPercent().isSet()
                && SaleCheck.lowest(request, asked).compareTo(least) < 0;
        return tooDeep ? request.refuse(RejectReason.RELIST_CUT_TOO_DEEP, least.fen()) : RejectReason.NONE;
    }

    /**
     * 32号令 art. 18: a lower appraisal of its own makes no relisting free that an earlier one would not let pass. An
     * approval is of one price and leaves the appraisal as it is, so whatever follows below the limit names its own.
     */
    private static RejectReason approval(Request request, AnnounceLot asked, RelistRules rules, Earlier earlier) {
        if (!rules.freePercent().isSet()) {
            return RejectReason.NONE;
        }
        Money appraisal = asked.basis().appraisal();
        if (appraisal.fen() == 0) {
            return RejectReason.APPRAISAL_MISSING;
        }
        boolean isLess = appraisal.compareTo(earlier.appraisal()) < 0;
        Money least = rules.leastFree(
                isLess && request.follows(Behaviour.EARLIER_APPRAISAL_HOLDS) ? earlier.appraisal() : appraisal);
        boolean needed = SaleCheck.lowest(request, asked).compareTo(least) < 0;
        return needed && asked.basis().approvalRef().isBlank()
                ? request.refuse(RejectReason.APPROVAL_MISSING, least.fen())
                : RejectReason.NONE;
    }
}
