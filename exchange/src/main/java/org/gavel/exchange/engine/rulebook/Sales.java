package org.gavel.exchange.engine.rulebook;

import org.gavel.exchange.engine.Request;
import org.gavel.protocol.codec.json.RuleSheet;
import org.gavel.protocol.command.AnnounceLot;
import org.gavel.protocol.event.LotAnnounced;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.LotRules;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.Rulebook;
import org.gavel.protocol.value.SaleBasis;

/** What the installed rulebooks say to an announcement, and what they fix for its lot. Changes nothing. */
public final class Sales {
    private final Rulebooks rulebooks;

    public Sales(Rulebooks rulebooks) {
        this.rulebooks = rulebooks;
    }

    /** Refuses a rulebook that is not there or not in force. */
    public RejectReason checkRulebook(Request request, AnnounceLot asked) {
        return rulebooks.check(request, asked.rulebook(), request.time());
    }

    /** Holds the announcement against its rulebook, which must be in force. */
    public RejectReason check(Request request, AnnounceLot asked, Earlier earlier) {
        Rulebook pack = rulebook(request, asked);
        RejectReason refusal = SaleCheck.check(request, asked, pack, earlier);
        Notice notice = notice(request, asked, pack, earlier);
        if (refusal == RejectReason.NONE) {
            refusal = RelistCheck.check(request, asked, pack.relist(), earlier, notice);
        }
        return refusal == RejectReason.NONE ? notice.check(request, asked.opensAt()) : refusal;
    }

    public Rulebook rulebook(Request request, AnnounceLot asked) {
        return rulebooks.get(asked.rulebook(), request.time());
    }

    /** The least an announcement can sell for, by all its phases and its open reserve. */
    public static Money lowest(AnnounceLot asked) {
        return SaleCheck.lowest(asked);
    }

    /** As {@link #lowest(AnnounceLot)}, by the behaviour that applies. */
    public static Money lowest(Request request, AnnounceLot asked) {
        return SaleCheck.lowest(request, asked);
    }

    private Notice notice(Request request, AnnounceLot asked, Rulebook pack, Earlier earlier) {
        return Notice.of(asked, pack, !earlier.isNone(), rulebooks.days(), request.time());
    }

    /** The announcement with what is fixed by it; a private sale with nothing to fix stays as it was. */
    public LotAnnounced fix(Request request, AnnounceLot asked, LotAnnounced bare, Earlier earlier) {
        Rulebook pack = rulebook(request, asked);
        if (pack.isPrivateSale() && asked.basis().equals(SaleBasis.NONE)) {
            return bare;
        }
        Notice notice = notice(request, asked, pack, earlier);
        LotRules rules = new LotRules(
                asked.basis(), Rulebooks.hash(pack), notice.calendars(), notice.opensFrom(), earlier.attempt() + 1, "");
        LotAnnounced fixed = bare.with(rules);
        return fixed.with(rules.with(RuleSheet.hash(fixed, pack)));
    }
}
