package org.gavel.exchange.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.gavel.exchange.engine.account.AccountDesk;
import org.gavel.exchange.engine.account.Accounts;
import org.gavel.exchange.engine.account.AdmissionDesk;
import org.gavel.exchange.engine.deal.AnnulmentDesk;
import org.gavel.exchange.engine.deal.DealDesk;
import org.gavel.exchange.engine.deal.DealRolls;
import org.gavel.exchange.engine.deal.Deals;
import org.gavel.exchange.engine.deal.NeedDesk;
import org.gavel.exchange.engine.deal.ObjectionDesk;
import org.gavel.exchange.engine.deal.PledgeDesk;
import org.gavel.exchange.engine.deal.PublicityDesk;
import org.gavel.exchange.engine.deal.SaleDesk;
import org.gavel.exchange.engine.deal.UseDesk;
import org.gavel.exchange.engine.lot.AnnouncementDesk;
import org.gavel.exchange.engine.lot.BidDesk;
import org.gavel.exchange.engine.lot.CallDesk;
import org.gavel.exchange.engine.lot.ConnectivityDesk;
import org.gavel.exchange.engine.lot.EntryDesk;
import org.gavel.exchange.engine.lot.EnvelopeDesk;
import org.gavel.exchange.engine.lot.LotCourse;
import org.gavel.exchange.engine.lot.LotDesk;
import org.gavel.exchange.engine.lot.LotRolls;
import org.gavel.exchange.engine.lot.Lots;
import org.gavel.exchange.engine.lot.PriorityDesk;
import org.gavel.exchange.engine.lot.ScoreDesk;
import org.gavel.exchange.engine.roadshow.RoadshowDesk;
import org.gavel.exchange.engine.rulebook.RulebookDesk;
import org.gavel.exchange.engine.rulebook.Rulebooks;
import org.gavel.exchange.engine.rulebook.Sales;
import org.gavel.exchange.engine.timer.TimerQueue;
import org.gavel.exchange.engine.trading.BookDesk;
import org.gavel.exchange.engine.trading.OrderEntry;
import org.gavel.protocol.command.AnnounceDeal;
import org.gavel.protocol.command.AnnounceLot;
import org.gavel.protocol.command.AnnounceRoadshow;
import org.gavel.protocol.command.AnswerInquiry;
import org.gavel.protocol.command.ApplyForLot;
import org.gavel.protocol.command.BidUnits;
import org.gavel.protocol.command.BuyNow;
import org.gavel.protocol.command.CallBook;
import org.gavel.protocol.command.CallLot;
import org.gavel.protocol.command.CancelOrders;
import org.gavel.protocol.command.CloseBook;
import org.gavel.protocol.command.Command;
import org.gavel.protocol.command.ConvertUse;
import org.gavel.protocol.command.CreditDeposit;
import org.gavel.protocol.command.CreditUnits;
import org.gavel.protocol.command.CrossBook;
import org.gavel.protocol.command.DecideAdmission;
import org.gavel.protocol.command.DecideObjection;
import org.gavel.protocol.command.DescribeParticipant;
import org.gavel.protocol.command.EndDeal;
import org.gavel.protocol.command.EndUse;
import org.gavel.protocol.command.EraseIdentity;
import org.gavel.protocol.command.GrantPriority;
import org.gavel.protocol.command.HaltBook;
import org.gavel.protocol.command.HammerLot;
import org.gavel.protocol.command.HoldDeposit;
import org.gavel.protocol.command.InstallCalendar;
import org.gavel.protocol.command.InstallRulebook;
import org.gavel.protocol.command.MakeOffer;
import org.gavel.protocol.command.MarkParty;
import org.gavel.protocol.command.MarkRelation;
import org.gavel.protocol.command.MatchPrice;
import org.gavel.protocol.command.OpenBook;
import org.gavel.protocol.command.OpenEnvelope;
import org.gavel.protocol.command.OpenLot;
import org.gavel.protocol.command.OverrideIncrement;
import org.gavel.protocol.command.PauseLot;
import org.gavel.protocol.command.PlaceMaximum;
import org.gavel.protocol.command.PledgeShares;
import org.gavel.protocol.command.PostponeLot;
import org.gavel.protocol.command.PublishDeal;
import org.gavel.protocol.command.QualifyBidder;
import org.gavel.protocol.command.RaiseObjection;
import org.gavel.protocol.command.RecordIdentity;
import org.gavel.protocol.command.RecordLicence;
import org.gavel.protocol.command.RecordScores;
import org.gavel.protocol.command.RecordToken;
import org.gavel.protocol.command.RegisterParticipant;
import org.gavel.protocol.command.ReopenLot;
import org.gavel.protocol.command.ReportConnectivity;
import org.gavel.protocol.command.ReportDisconnect;
import org.gavel.protocol.command.ResumeBook;
import org.gavel.protocol.command.ResumeLot;
import org.gavel.protocol.command.StartRoadshow;
import org.gavel.protocol.command.StartTradingDay;
import org.gavel.protocol.command.SubmitEnvelope;
import org.gavel.protocol.command.SubmitProposal;
import org.gavel.protocol.command.TellInterest;
import org.gavel.protocol.command.TerminateLot;
import org.gavel.protocol.command.UndoBid;
import org.gavel.protocol.command.VoidEnvelope;
import org.gavel.protocol.command.VoidLot;
import org.gavel.protocol.command.WithdrawBid;
import org.gavel.protocol.command.WithdrawDeposit;
import org.gavel.protocol.command.WithdrawLot;
import org.gavel.protocol.command.WithdrawObjection;
import org.gavel.protocol.command.WithdrawOffer;
import org.gavel.protocol.command.WithdrawPledge;
import org.gavel.protocol.event.TokenRecorded;
import org.gavel.protocol.reject.RejectReason;

/** Which desk takes which of the rare commands; a bid goes its own, shorter way. */
final class Desks {
    private final Map<Class<? extends Command>, Case<Command>> cases = new HashMap<>();

    /** Applies one kind of command: {@code NONE}, or why not. */
    @FunctionalInterface
    interface Case<C extends Command> {
        RejectReason take(Request request, C command, EventSink out);
    }

    Desks(
            Accounts accounts,
            Lots lots,
            TimerQueue timers,
            LotCourse course,
            Rulebooks rulebooks,
            RoadshowDesk roadshows,
            BidDesk bids,
            Deals deals) {
        onAccounts(new AccountDesk(accounts));
        onPeople(new AdmissionDesk(accounts), new EntryDesk(accounts, new LotRolls(lots)));
        onLots(new LotDesk(accounts, lots, timers, course), roadshows);
        on(AnnounceLot.class, new AnnouncementDesk(accounts, lots, timers, new Sales(rulebooks))::announce);
        on(GrantPriority.class, new PriorityDesk(accounts, lots)::grant);
        on(ReportConnectivity.class, new ConnectivityDesk(lots, timers, course)::report);
        onRules(new RulebookDesk(rulebooks));
        onPhases(bids);
        on(RecordScores.class, new ScoreDesk(accounts, lots)::record);
        on(VoidEnvelope.class, new EnvelopeDesk(accounts, lots)::voidEnvelope);
        onCalls(new CallDesk(accounts, lots, course));
        onDeals(accounts, deals, rulebooks);
        on(RecordToken.class, Desks::recordToken);
    }

    private void onAccounts(AccountDesk accounts) {
        on(RegisterParticipant.class, accounts::register);
        on(CreditDeposit.class, accounts::credit);
        on(WithdrawDeposit.class, accounts::withdraw);
        on(CreditUnits.class, accounts::creditUnits);
    }

    /** What decides who takes part. */
    private void onPeople(AdmissionDesk admissions, EntryDesk entries) {
        on(DecideAdmission.class, admissions::decide);
        on(DescribeParticipant.class, admissions::describe);
        on(RecordIdentity.class, admissions::recordIdentity);
        on(EraseIdentity.class, admissions::eraseIdentity);
        on(ApplyForLot.class, entries::apply);
        on(QualifyBidder.class, entries::qualify);
        on(MarkParty.class, entries::mark);
        on(RecordLicence.class, entries::recordLicence);
    }

    private void onLots(LotDesk lots, RoadshowDesk roadshows) {
        on(HoldDeposit.class, lots::holdDeposit);
        on(OpenLot.class, (r, c, out) -> lots.open(r, c.lot(), c.reason(), roadshows.willOpen(c.lot()), out));
        on(PauseLot.class, (r, c, out) -> lots.pause(r, c.lot(), c.reason(), out));
        on(ResumeLot.class, (r, c, out) -> lots.resume(r, c.lot(), c.reason(), out));
        on(WithdrawLot.class, (r, c, out) -> lots.withdraw(r, c.lot(), c.reason(), out));
        on(PostponeLot.class, (r, c, out) -> lots.postpone(r, c, roadshows.willOpen(c.lot()), out));
        on(AnnounceRoadshow.class, roadshows::announce);
        on(StartRoadshow.class, roadshows::start);
    }

    private void onRules(RulebookDesk rules) {
        on(InstallRulebook.class, rules::install);
        on(InstallCalendar.class, rules::installCalendar);
    }

    /** What bidders do in some phases beside plain bids. */
    private void onPhases(BidDesk bids) {
        on(PlaceMaximum.class, bids::act);
        on(BidUnits.class, bids::act);
        on(AnswerInquiry.class, bids::act);
        on(SubmitEnvelope.class, bids::act);
        on(OpenEnvelope.class, bids::act);
        on(SubmitProposal.class, bids::act);
        on(MatchPrice.class, bids::act);
        on(WithdrawBid.class, (r, c, out) -> bids.takeBack(r, c.lot()));
    }

    private void onCalls(CallDesk calls) {
        on(CallLot.class, calls::call);
        on(HammerLot.class, calls::hammer);
        on(UndoBid.class, calls::undo);
        on(OverrideIncrement.class, calls::overrideIncrement);
        on(ReopenLot.class, calls::reopen);
        on(TerminateLot.class, calls::terminate);
        on(VoidLot.class, calls::annul);
    }

    /** Unit books; an act on one order goes its own, shorter way. */
    void onBooks(BookDesk books, OrderEntry orders) {
        on(OpenBook.class, books::open);
        on(StartTradingDay.class, books::startDay);
        on(CallBook.class, books::call);
        on(CrossBook.class, books::cross);
        on(HaltBook.class, books::halt);
        on(ResumeBook.class, books::resume);
        on(CloseBook.class, books::close);
        on(CancelOrders.class, orders::cancelAll);
        on(ReportDisconnect.class, orders::disconnect);
    }

    /** Where a command is this desk's it takes it, else the one that always did. */
    <C extends Command> void before(Class<C> type, Predicate<C> ours, Case<C> desk) {
        Case<Command> usual = cases.get(type);
        cases.put(
                type,
                (request, command, out) -> ours.test(type.cast(command))
                        ? desk.take(request, type.cast(command), out)
                        : usual.take(request, command, out));
    }

    /** Before a command's desk looks at it, another says whether it may be. */
    <C extends Command> void checkFirst(Class<C> type, BiFunction<Request, C, RejectReason> check) {
        Case<Command> desk = cases.get(type);
        cases.put(type, (request, command, out) -> {
            RejectReason refusal = check.apply(request, type.cast(command));
            return refusal == RejectReason.NONE ? desk.take(request, command, out) : refusal;
        });
    }

    /** Once a command is taken, what follows from it elsewhere. */
    void after(Class<? extends Command> type, BiConsumer<Request, EventSink> follows) {
        Case<Command> desk = cases.get(type);
        cases.put(type, (request, command, out) -> {
            RejectReason refusal = desk.take(request, command, out);
            if (refusal == RejectReason.NONE) {
                follows.accept(request, out);
            }
            return refusal;
        });
    }

    /** Sales without bids; what a fault had stopped goes on by the command that is a lot's. */
    private void onDeals(Accounts accounts, Deals deals, Rulebooks rulebooks) {
        DealDesk desk = new DealDesk(accounts, deals, rulebooks);
        on(AnnounceDeal.class, desk::announce);
        on(EndDeal.class, desk::end);
        Case<Command> resumeLot = cases.get(ResumeLot.class);
        on(ResumeLot.class, (r, c, out) -> deals.has(c.lot()) ? desk.resume(r, c, out) : resumeLot.take(r, c, out));
        onDealRolls(deals, new EntryDesk(accounts, new DealRolls(deals)));
        Case<Command> voidLot = cases.get(VoidLot.class);
        AnnulmentDesk annulments = new AnnulmentDesk(deals);
        on(VoidLot.class, (r, c, out) -> deals.hasLot(c.lot()) ? annulments.annul(r, c, out) : voidLot.take(r, c, out));
        on(BuyNow.class, new SaleDesk(accounts, deals)::buy);
        PledgeDesk pledges = new PledgeDesk(accounts, deals);
        on(PledgeShares.class, pledges::pledge);
        on(WithdrawPledge.class, pledges::withdraw);
        NeedDesk needs = new NeedDesk(accounts, deals);
        on(MakeOffer.class, needs::offer);
        on(WithdrawOffer.class, needs::withdraw);
        on(TellInterest.class, needs::tell);
        ObjectionDesk objections = new ObjectionDesk(accounts, deals, rulebooks);
        on(RaiseObjection.class, objections::object);
        on(WithdrawObjection.class, objections::withdraw);
        on(DecideObjection.class, objections::decide);
        PublicityDesk publicity = new PublicityDesk(accounts, deals, rulebooks, objections);
        on(PublishDeal.class, publicity::publish);
        on(MarkRelation.class, publicity::mark);
        Case<Command> describe = cases.get(DescribeParticipant.class);
        on(DescribeParticipant.class, (r, c, out) -> publicity.describe(r, c, out, () -> describe.take(r, c, out)));
        UseDesk uses = new UseDesk(accounts, deals);
        on(ConvertUse.class, uses::convert);
        on(EndUse.class, uses::end);
    }

    private void onDealRolls(Deals deals, EntryDesk entries) {
        before(ApplyForLot.class, asked -> deals.has(asked.lot()), entries::apply);
        before(QualifyBidder.class, asked -> deals.has(asked.lot()), entries::qualify);
        before(MarkParty.class, asked -> deals.has(asked.lot()), entries::mark);
        before(RecordLicence.class, asked -> deals.has(asked.lot()), entries::recordLicence);
    }

    <C extends Command> void on(Class<C> type, Case<C> desk) {
        cases.put(type, (request, command, out) -> desk.take(request, type.cast(command), out));
    }

    RejectReason take(Request request, Command command, EventSink out) {
        Case<Command> desk = cases.get(command.getClass());
        if (desk == null) {
            throw new IllegalStateException(
                    "no desk takes " + command.getClass().getSimpleName());
        }
        return desk.take(request, command, out);
    }

    private static RejectReason recordToken(Request request, RecordToken asked, EventSink out) {
        request.commit();
        out.emit(new TokenRecorded(asked.token(), asked.subject(), asked.granted(), asked.expiresAt(), asked.reason()));
        return RejectReason.NONE;
    }
}
