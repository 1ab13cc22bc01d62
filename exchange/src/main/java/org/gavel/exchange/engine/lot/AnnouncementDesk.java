package org.gavel.exchange.engine.lot;

import java.util.Optional;
import org.gavel.exchange.engine.Behaviour;
import org.gavel.exchange.engine.EventSink;
import org.gavel.exchange.engine.Request;
import org.gavel.exchange.engine.account.Accounts;
import org.gavel.exchange.engine.rulebook.Earlier;
import org.gavel.exchange.engine.rulebook.Sales;
import org.gavel.exchange.engine.timer.Deadline;
import org.gavel.exchange.engine.timer.TimerQueue;
import org.gavel.protocol.command.AnnounceLot;
import org.gavel.protocol.event.LotAnnounced;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.DividedTerms;
import org.gavel.protocol.value.LotRules;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.PhaseTerms;
import org.gavel.protocol.value.PriorityMode;
import org.gavel.protocol.value.QuotesTerms;
import org.gavel.protocol.value.Reserve;
import org.gavel.protocol.value.Rulebook;

/** Takes announcements: everything that must be right about a lot is checked once, before anybody relies on it. */
public final class AnnouncementDesk {
    private final Accounts accounts;
    private final Lots lots;
    private final TimerQueue timers;
    private final Sales sales;

    public AnnouncementDesk(Accounts accounts, Lots lots, TimerQueue timers, Sales sales) {
        this.accounts = accounts;
        this.lots = lots;
        this.timers = timers;
        this.sales = sales;
    }

    public RejectReason announce(Request request, AnnounceLot asked, EventSink out) {
        boolean quotes = asked.phases().get(0) instanceof QuotesTerms;
        RejectReason refusal = quotes ? RejectReason.QUOTES_UNLISTED : check(request, asked);
        if (refusal == RejectReason.NONE) {
            Lot lot = prepare(request, asked);
            request.commit();
            enter(lot, out);
        }
        return refusal;
    }

    /** The lot of an announcement that {@link #check} allows; nothing knows it before {@link #enter}. */
    public Lot prepare(Request request, AnnounceLot asked) {
        LotAnnounced announced = sales.fix(request, asked, announced(request, asked), earlier(request, asked));
        return lots.make(asked, new Statute(announced, sales.rulebook(request, asked)));
    }

    /** Puts a prepared lot among the others, and says so. */
    public void enter(Lot lot, EventSink out) {
        AnnounceLot asked = lot.terms();
        lots.add(lot);
        if (asked.basis().relistOf() != 0) {
            relist(lot, lots.get(asked.basis().relistOf()));
        }
        if (asked.opensAt() > 0) {
            timers.schedule(lot.deadline(), Deadline.Kind.OPEN, asked.opensAt());
        }
        out.emit(lot.statute().announced());
    }

    /** Everything that must be right about a lot, whoever announces it. */
    public RejectReason check(Request request, AnnounceLot asked) {
        if (!lots.isFree(asked.lot())) {
            return RejectReason.LOT_EXISTS;
        }
        if (!accounts.has(asked.seller())) {
            return RejectReason.PARTICIPANT_UNKNOWN;
        }
        RejectReason refusal = request.follows(Behaviour.SELLERS_ADMITTED)
                ? accounts.get(asked.seller()).checkAdmitted()
                : RejectReason.NONE;
        if (refusal != RejectReason.NONE) {
            return refusal;
        }
        refusal = sales.checkRulebook(request, asked);
        if (refusal != RejectReason.NONE) {
            return refusal;
        }
        if (asked.opensAt() != 0 && asked.opensAt() <= request.time()) {
            return RejectReason.SCHEDULED_IN_PAST;
        }
        if (!PhaseOrder.leavesScoresAlone(asked)) {
            return RejectReason.SCORED_ALONE;
        }
        boolean isDivided = asked.phases().stream().anyMatch(DividedTerms.class::isInstance);
        if (isDivided && asked.phases().size() > 1) {
            return RejectReason.DIVIDED_ALONE;
        }
        long until = asked.admission().applyUntil();
        if (until != 0 && until <= request.time()) {
            return RejectReason.APPLY_TIME_PAST;
        }
        Optional<PhaseOrder.Misfit> misfit = PhaseOrder.misfit(asked.phases());
        if (misfit.isPresent()) {
            return request.refuse(RejectReason.BAD_PHASES, misfit.get().phase());
        }
        if (asked.priority().mode() != PriorityMode.NONE
                && asked.phases().stream().anyMatch(PhaseTerms::severalWinners)) {
            return RejectReason.PRIORITY_OF_MANY;
        }
        refusal = Priorities.fits(asked) ? checkReserve(request, asked) : RejectReason.PRIORITY_UNFIT;
        if (refusal == RejectReason.NONE) {
            refusal = lots.groups().check(request, asked);
        }
        if (refusal == RejectReason.NONE) {
            refusal = checkRelisting(request, asked);
        }
        return refusal == RejectReason.NONE ? sales.check(request, asked, earlier(request, asked)) : refusal;
    }

    /** Once, and by the same seller under the same rulebook; a relisting withdrawn or void does not count. */
    private RejectReason checkRelisting(Request request, AnnounceLot asked) {
        int number = asked.basis().relistOf();
        if (number == 0) {
            return RejectReason.NONE;
        }
        if (!lots.has(number)) {
            return request.follows(Behaviour.UNKNOWN_RELISTINGS_NAMED)
                    ? request.refuse(RejectReason.RELIST_UNKNOWN, number)
                    : RejectReason.LOT_UNKNOWN;
        }
        Lot previous = lots.get(number);
        boolean ended = previous.state() == LotState.PASSED || previous.state() == LotState.TERMINATED;
        int other = previous.statute().relistedAs();
        boolean free = other == 0 || isUndone(lots.get(other).state());
        boolean same = previous.terms().seller() == asked.seller()
                && name(previous.statute().rulebook()).equals(name(asked.rulebook()));
        return ended && free && same ? RejectReason.NONE : RejectReason.RELIST_UNFIT;
    }

    /** A relisting that does not count bars whoever forfeited on it all the same. */
    private void relist(Lot lot, Lot previous) {
        int undone = previous.statute().relistedAs();
        if (undone != 0) {
            lot.statute().barsAgain(lots.get(undone));
        }
        lot.statute().follows(previous);
    }

    private static boolean isUndone(LotState relisting) {
        return relisting == LotState.WITHDRAWN || relisting == LotState.ANNULLED;
    }

    private static String name(String rulebook) {
        int at = rulebook.indexOf('@');
        return at < 0 ? rulebook : rulebook.substring(0, at);
    }

    private Earlier earlier(Request request, AnnounceLot asked) {
        int number = asked.basis().relistOf();
        return number == 0 ? Earlier.NONE : lots.get(number).statute().earlier(request);
    }

    private static RejectReason checkReserve(Request request, AnnounceLot asked) {
        PhaseTerms first = asked.phases().get(0);
        long reserve = asked.reserve().amount().fen();
        if (reserve == 0) {
            return RejectReason.NONE;
        }
        if (first.reverse()) {
            long ceiling = first.start().fen();
            return reserve > ceiling ? request.refuse(RejectReason.RESERVE_TOO_HIGH, ceiling) : RejectReason.NONE;
        }
        if (first instanceof DividedTerms divided && reserve > divided.ceiling().fen()) {
            return request.refuse(
                    RejectReason.RESERVE_TOO_HIGH, divided.ceiling().fen());
        }
        long least = first.leastReserve().fen();
        return reserve < least ? request.refuse(RejectReason.BAD_RESERVE, least) : RejectReason.NONE;
    }

    private LotAnnounced announced(Request request, AnnounceLot asked) {
        Rulebook pack = sales.rulebook(request, asked);
        Reserve reserve = asked.reserve();
        return new LotAnnounced(
                asked.lot(),
                asked.title(),
                asked.seller(),
                pack.isPrivateSale() ? asked.rulebook() : pack.id(),
                asked.deposit(),
                reserve.hidden() ? Money.ZERO : reserve.amount(),
                reserve.hidden() ? reserve.commitment(asked.lot()) : "",
                asked.phases(),
                asked.opensAt(),
                asked.outage(),
                asked.priority(),
                LotRules.NONE,
                asked.admission().published(),
                asked.offering());
    }
}
