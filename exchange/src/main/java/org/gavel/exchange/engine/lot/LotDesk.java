package org.gavel.exchange.engine.lot;

import java.util.Optional;
import org.gavel.exchange.engine.EventSink;
import org.gavel.exchange.engine.Request;
import org.gavel.exchange.engine.account.Accounts;
import org.gavel.exchange.engine.rulebook.Earlier;
import org.gavel.exchange.engine.rulebook.Sales;
import org.gavel.exchange.engine.timer.Deadline;
import org.gavel.exchange.engine.timer.TimerQueue;
import org.gavel.protocol.command.AnnounceLot;
import org.gavel.protocol.command.HoldDeposit;
import org.gavel.protocol.command.PostponeLot;
import org.gavel.protocol.event.DepositHeld;
import org.gavel.protocol.event.LotAnnounced;
import org.gavel.protocol.event.LotPostponed;
import org.gavel.protocol.event.LotWithdrawn;
import org.gavel.protocol.event.PauseCause;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.Day;
import org.gavel.protocol.value.DividedTerms;
import org.gavel.protocol.value.LotRules;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.PhaseTerms;
import org.gavel.protocol.value.PriorityMode;
import org.gavel.protocol.value.Reserve;
import org.gavel.protocol.value.Role;
import org.gavel.protocol.value.Rulebook;

/** What the venue's people do with lots: announce, admit, open, pause, resume, withdraw. */
public final class LotDesk {
    private final Accounts accounts;
    private final Lots lots;
    private final TimerQueue timers;
    private final LotCourse course;
    private final Sales sales;

    public LotDesk(Accounts accounts, Lots lots, TimerQueue timers, LotCourse course, Sales sales) {
        this.accounts = accounts;
        this.lots = lots;
        this.timers = timers;
        this.course = course;
        this.sales = sales;
    }

    public RejectReason announce(Request request, AnnounceLot asked, EventSink out) {
        RejectReason refusal = check(request, asked);
        if (refusal != RejectReason.NONE) {
            return refusal;
        }
        LotAnnounced announced = sales.fix(request, asked, announced(request, asked), earlier(asked));
        Lot lot = lots.make(asked, new Statute(announced, sales.rulebook(request, asked)));
        request.commit();
        lots.add(lot);
        if (asked.basis().relistOf() != 0) {
            relist(lot, lots.get(asked.basis().relistOf()));
        }
        if (asked.opensAt() > 0) {
            timers.schedule(lot.deadline(), Deadline.Kind.OPEN, asked.opensAt());
        }
        out.emit(announced);
        return RejectReason.NONE;
    }

    private RejectReason check(Request request, AnnounceLot asked) {
        if (lots.has(asked.lot())) {
            return RejectReason.LOT_EXISTS;
        }
        if (!accounts.has(asked.seller())) {
            return RejectReason.PARTICIPANT_UNKNOWN;
        }
        RejectReason refusal = sales.checkRulebook(request, asked);
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
            refusal = checkRelisting(asked);
        }
        return refusal == RejectReason.NONE ? sales.check(request, asked, earlier(asked)) : refusal;
    }

    /** Once, and by the same seller under the same rulebook; a relisting withdrawn or void does not count. */
    private RejectReason checkRelisting(AnnounceLot asked) {
        int number = asked.basis().relistOf();
        if (number == 0) {
            return RejectReason.NONE;
        }
        if (!lots.has(number)) {
            return RejectReason.LOT_UNKNOWN;
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

    private Earlier earlier(AnnounceLot asked) {
        int number = asked.basis().relistOf();
        return number == 0 ? Earlier.NONE : lots.get(number).statute().earlier();
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

    /** 网络司法拍卖规定 arts 17, 18: a deposit may be made until bidding ends. */
    public RejectReason holdDeposit(Request request, HoldDeposit asked, EventSink out) {
        int participant = request.participant(asked.participant());
        if (request.role() == Role.BIDDER && request.actor() != participant) {
            return RejectReason.NOT_YOUR_ACCOUNT;
        }
        if (!accounts.has(participant)) {
            return RejectReason.PARTICIPANT_UNKNOWN;
        }
        if (!lots.has(asked.lot())) {
            return RejectReason.LOT_UNKNOWN;
        }
        RejectReason refusal = checkAdmission(request, lots.get(asked.lot()), participant);
        if (refusal == RejectReason.NONE) {
            admit(request, lots.get(asked.lot()), participant, out);
        }
        return refusal;
    }

    private RejectReason checkAdmission(Request request, Lot lot, int participant) {
        if (lot.state() == LotState.WITHDRAWN) {
            return RejectReason.LOT_WITHDRAWN;
        }
        if (lot.state().isEnd() || lot.state() == LotState.HAMMERED) {
            return RejectReason.LOT_CLOSED;
        }
        RejectReason refusal = lot.roll().check(request, participant);
        if (refusal != RejectReason.NONE) {
            return refusal;
        }
        if (lot.entrants().hasForfeited(participant)) {
            return RejectReason.DEPOSIT_FORFEITED;
        }
        if (lot.statute().isBarred(participant)) {
            return RejectReason.DEFAULTER_BARRED;
        }
        if (lot.entrants().paddle(participant) != Entrants.NONE) {
            return RejectReason.DEPOSIT_HELD_ALREADY;
        }
        if (lot.arePaddlesFixed()) {
            return RejectReason.PADDLES_FIXED;
        }
        if (lot.terms().admission().paddlesFixed() && lot.entrants().size() == Entrants.MAX_FIXED) {
            return request.refuse(RejectReason.PADDLES_FULL, Entrants.MAX_FIXED);
        }
        long missing = lot.terms().deposit().fen() - accounts.get(participant).free();
        return missing > 0 ? request.refuse(RejectReason.DEPOSIT_INSUFFICIENT, missing) : RejectReason.NONE;
    }

    private void admit(Request request, Lot lot, int participant, EventSink out) {
        request.commit();
        Money deposit = lot.terms().deposit();
        accounts.hold(accounts.get(participant), deposit.fen());
        int paddle = lot.entrants().admit(participant);
        out.emit(new DepositHeld(lot.number(), participant, paddle, deposit));
    }

    /** Opens an announced lot whose turn no roadshow decides. */
    public RejectReason open(Request request, int number, String reason, boolean isInRoadshow, EventSink out) {
        if (!lots.has(number)) {
            return RejectReason.LOT_UNKNOWN;
        }
        Lot lot = lots.get(number);
        if (lot.state() != LotState.ANNOUNCED) {
            return lot.state().isEnd() ? RejectReason.ALREADY_ENDED : RejectReason.NOT_AWAITING;
        }
        if (isInRoadshow) {
            return request.refuse(RejectReason.LOT_IN_ROADSHOW, number);
        }
        if (request.time() < lot.opensFrom()) {
            return tooEarly(request, lot);
        }
        if (isGrouped(lot) && lot.deadline().isPending()) {
            return request.refuse(
                    RejectReason.GROUP_TOGETHER, lot.terms().offering().group());
        }
        course.open(request, lot, request.time(), reason, out);
        return RejectReason.NONE;
    }

    /** An announced lot whose turn no roadshow decides opens at another time, or when the clerk opens it. */
    public RejectReason postpone(Request request, PostponeLot asked, boolean isInRoadshow, EventSink out) {
        if (!lots.has(asked.lot())) {
            return RejectReason.LOT_UNKNOWN;
        }
        Lot lot = lots.get(asked.lot());
        if (lot.state() != LotState.ANNOUNCED) {
            return lot.state().isEnd() ? RejectReason.ALREADY_ENDED : RejectReason.NOT_AWAITING;
        }
        if (isInRoadshow) {
            return request.refuse(RejectReason.LOT_IN_ROADSHOW, asked.lot());
        }
        if (isGrouped(lot)) {
            return request.refuse(
                    RejectReason.GROUP_TOGETHER, lot.terms().offering().group());
        }
        if (asked.until() != 0 && asked.until() <= request.time()) {
            return RejectReason.SCHEDULED_IN_PAST;
        }
        if (asked.until() != 0 && asked.until() < lot.opensFrom()) {
            return tooEarly(request, lot);
        }
        request.commit();
        timers.cancel(lot.deadline());
        if (asked.until() > 0) {
            timers.schedule(lot.deadline(), Deadline.Kind.OPEN, asked.until());
        }
        out.emit(new LotPostponed(asked.lot(), asked.until(), asked.reason()));
        return RejectReason.NONE;
    }

    private static boolean isGrouped(Lot lot) {
        return lot.terms().offering().group() != 0;
    }

    public RejectReason pause(Request request, int number, String reason, EventSink out) {
        if (!lots.has(number)) {
            return RejectReason.LOT_UNKNOWN;
        }
        Lot lot = lots.get(number);
        if (!lot.state().isRunning()) {
            return lot.state().isEnd() ? RejectReason.ALREADY_ENDED : RejectReason.LOT_NOT_OPEN;
        }
        request.commit();
        course.pause(lot, request.time(), PauseCause.CLERK, reason, out);
        return RejectReason.NONE;
    }

    /** A lot suspended before it opened opens now; one interrupted in bidding goes on. */
    public RejectReason resume(Request request, int number, String reason, EventSink out) {
        if (!lots.has(number)) {
            return RejectReason.LOT_UNKNOWN;
        }
        Lot lot = lots.get(number);
        if (lot.state() != LotState.PAUSED && lot.state() != LotState.SUSPENDED) {
            return lot.state().isEnd() ? RejectReason.ALREADY_ENDED : RejectReason.NOT_PAUSED;
        }
        if (!lot.hasOpened() && request.time() < lot.opensFrom()) {
            return tooEarly(request, lot);
        }
        boolean withoutThem = lot.state() == LotState.PAUSED && lot.pauseCause() == PauseCause.CONNECTIVITY;
        course.resume(request, lot, request.time(), reason, out);
        if (withoutThem) {
            lot.resumedWithoutThem(true);
        }
        return RejectReason.NONE;
    }

    private static RejectReason tooEarly(Request request, Lot lot) {
        return request.refuse(
                RejectReason.NOTICE_TOO_SHORT, Day.at(lot.opensFrom()).digits());
    }

    public RejectReason withdraw(Request request, int number, String reason, EventSink out) {
        if (!lots.has(number)) {
            return RejectReason.LOT_UNKNOWN;
        }
        Lot lot = lots.get(number);
        if (lot.state().isEnd() || lot.state() == LotState.HAMMERED) {
            return RejectReason.ALREADY_ENDED;
        }
        request.commit();
        out.emit(new LotWithdrawn(number, reason));
        course.end(lot, LotState.WITHDRAWN, request.time(), out);
        return RejectReason.NONE;
    }
}
