package org.gavel.gateway.access;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gavel.protocol.command.AdoptBehaviour;
import org.gavel.protocol.command.AmendOrder;
import org.gavel.protocol.command.AnnounceDeal;
import org.gavel.protocol.command.AnnounceListing;
import org.gavel.protocol.command.AnnounceLot;
import org.gavel.protocol.command.AnnounceRoadshow;
import org.gavel.protocol.command.AnswerInquiry;
import org.gavel.protocol.command.ApplyForLot;
import org.gavel.protocol.command.AskStatus;
import org.gavel.protocol.command.BidUnits;
import org.gavel.protocol.command.BuyNow;
import org.gavel.protocol.command.CallBook;
import org.gavel.protocol.command.CallLot;
import org.gavel.protocol.command.CancelOrder;
import org.gavel.protocol.command.CancelOrders;
import org.gavel.protocol.command.CloseBook;
import org.gavel.protocol.command.Command;
import org.gavel.protocol.command.ConcludeAgreement;
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
import org.gavel.protocol.command.Genesis;
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
import org.gavel.protocol.command.MoveOrder;
import org.gavel.protocol.command.NodeStarted;
import org.gavel.protocol.command.NodeStopping;
import org.gavel.protocol.command.OfferPrice;
import org.gavel.protocol.command.OpenBook;
import org.gavel.protocol.command.OpenEnvelope;
import org.gavel.protocol.command.OpenLot;
import org.gavel.protocol.command.OverrideIncrement;
import org.gavel.protocol.command.ParticipantAct;
import org.gavel.protocol.command.PauseLot;
import org.gavel.protocol.command.PlaceBid;
import org.gavel.protocol.command.PlaceMaximum;
import org.gavel.protocol.command.PlaceOrder;
import org.gavel.protocol.command.PledgeShares;
import org.gavel.protocol.command.PostponeLot;
import org.gavel.protocol.command.PublishDeal;
import org.gavel.protocol.command.QualifyBidder;
import org.gavel.protocol.command.RaiseObjection;
import org.gavel.protocol.command.RecordIdentity;
import org.gavel.protocol.command.RecordLicence;
import org.gavel.protocol.command.RecordScores;
import org.gavel.protocol.command.RecordToken;
import org.gavel.protocol.command.ReduceOrder;
import org.gavel.protocol.command.RegisterIntention;
import org.gavel.protocol.command.RegisterParticipant;
import org.gavel.protocol.command.ReopenLot;
import org.gavel.protocol.command.ReportConnectivity;
import org.gavel.protocol.command.ReportDisconnect;
import org.gavel.protocol.command.ResumeBook;
import org.gavel.protocol.command.ResumeListing;
import org.gavel.protocol.command.ResumeLot;
import org.gavel.protocol.command.StartRoadshow;
import org.gavel.protocol.command.StartTradingDay;
import org.gavel.protocol.command.StateDigest;
import org.gavel.protocol.command.SubmitEnvelope;
import org.gavel.protocol.command.SubmitProposal;
import org.gavel.protocol.command.SuspendListing;
import org.gavel.protocol.command.TellInterest;
import org.gavel.protocol.command.TerminateListing;
import org.gavel.protocol.command.TerminateLot;
import org.gavel.protocol.command.Tick;
import org.gavel.protocol.command.UndoBid;
import org.gavel.protocol.command.VoidEnvelope;
import org.gavel.protocol.command.VoidLot;
import org.gavel.protocol.command.WithdrawBid;
import org.gavel.protocol.command.WithdrawDeposit;
import org.gavel.protocol.command.WithdrawListing;
import org.gavel.protocol.command.WithdrawLot;
import org.gavel.protocol.command.WithdrawObjection;
import org.gavel.protocol.command.WithdrawOffer;
import org.gavel.protocol.command.WithdrawPledge;
import org.gavel.protocol.reject.InvalidValue;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.Role;

/** Which role may send which command: one row a command, and a command without a row fails a test. */
public final class AccessTable {
    private static final Set<Role> NOBODY = EnumSet.noneOf(Role.class);
    private static final Set<Role> BIDDER = EnumSet.of(Role.BIDDER);
    private static final Set<Role> OPERATOR = EnumSet.of(Role.OPERATOR);
    private static final Set<Role> STAFF = EnumSet.of(Role.CLERK, Role.OPERATOR);

    private static final Map<String, Set<Role>> ROWS = new TreeMap<>();
    private static final Set<String> BIDDERS_ACTS = new TreeSet<>();

    static {
        row(PlaceBid.class, EnumSet.of(Role.BIDDER, Role.CLERK));
        row(PlaceMaximum.class, EnumSet.of(Role.BIDDER, Role.CLERK));
        row(BidUnits.class, EnumSet.of(Role.BIDDER, Role.CLERK));
        row(AnswerInquiry.class, EnumSet.of(Role.BIDDER, Role.CLERK));
        row(MatchPrice.class, EnumSet.of(Role.BIDDER, Role.CLERK));
        row(HoldDeposit.class, EnumSet.of(Role.BIDDER, Role.CLERK, Role.OPERATOR));
        row(ApplyForLot.class, EnumSet.of(Role.BIDDER, Role.CLERK, Role.OPERATOR));
        row(RegisterIntention.class, EnumSet.of(Role.BIDDER, Role.CLERK, Role.OPERATOR));
        row(OfferPrice.class, EnumSet.of(Role.BIDDER, Role.CLERK));
        row(SubmitEnvelope.class, EnumSet.of(Role.BIDDER, Role.CLERK));
        row(SubmitProposal.class, EnumSet.of(Role.BIDDER, Role.CLERK));
        row(OpenEnvelope.class, EnumSet.of(Role.BIDDER, Role.CLERK, Role.OPERATOR));
        row(WithdrawBid.class, BIDDER);
        orders();
        row(AskStatus.class, EnumSet.of(Role.BIDDER, Role.CLERK, Role.OPERATOR));

        row(StartTradingDay.class, STAFF);
        row(CallBook.class, STAFF);
        row(CrossBook.class, STAFF);
        row(HaltBook.class, STAFF);
        row(ResumeBook.class, STAFF);
        row(CloseBook.class, STAFF);
        row(BuyNow.class, EnumSet.of(Role.BIDDER, Role.CLERK));
        row(PledgeShares.class, EnumSet.of(Role.BIDDER, Role.CLERK));
        row(WithdrawPledge.class, EnumSet.of(Role.BIDDER, Role.CLERK));
        row(MakeOffer.class, EnumSet.of(Role.BIDDER, Role.CLERK));
        row(WithdrawOffer.class, EnumSet.of(Role.BIDDER, Role.CLERK));
        row(TellInterest.class, EnumSet.of(Role.BIDDER, Role.CLERK));
        row(ConvertUse.class, EnumSet.of(Role.BIDDER, Role.CLERK));
        row(EndUse.class, EnumSet.of(Role.BIDDER, Role.CLERK));
        row(RaiseObjection.class, EnumSet.of(Role.BIDDER, Role.CLERK, Role.OPERATOR));
        row(WithdrawObjection.class, EnumSet.of(Role.BIDDER));

        row(OpenLot.class, STAFF);
        row(PauseLot.class, STAFF);
        row(ResumeLot.class, STAFF);
        row(StartRoadshow.class, STAFF);
        row(CallLot.class, STAFF);
        row(HammerLot.class, STAFF);
        row(UndoBid.class, STAFF);
        row(VoidEnvelope.class, STAFF);
        row(OverrideIncrement.class, STAFF);
        row(ReopenLot.class, STAFF);
        row(PostponeLot.class, STAFF);
        row(TerminateLot.class, STAFF);
        row(RecordScores.class, STAFF);
        row(QualifyBidder.class, STAFF);
        row(MarkParty.class, STAFF);
        row(RecordLicence.class, STAFF);
        row(VoidLot.class, STAFF);
        row(SuspendListing.class, STAFF);
        row(ResumeListing.class, STAFF);
        row(TerminateListing.class, STAFF);
        row(ConcludeAgreement.class, STAFF);

        row(OpenBook.class, OPERATOR);
        row(PublishDeal.class, STAFF);
        row(DecideObjection.class, STAFF);
        row(MarkRelation.class, STAFF);
        row(EndDeal.class, STAFF);

        row(AnnounceDeal.class, OPERATOR);
        row(AnnounceLot.class, OPERATOR);
        row(AnnounceListing.class, OPERATOR);
        row(AnnounceRoadshow.class, OPERATOR);
        row(GrantPriority.class, OPERATOR);
        row(InstallRulebook.class, OPERATOR);
        row(InstallCalendar.class, OPERATOR);
        row(WithdrawLot.class, OPERATOR);
        row(WithdrawListing.class, OPERATOR);
        row(RegisterParticipant.class, OPERATOR);
        row(DescribeParticipant.class, OPERATOR);
        row(DecideAdmission.class, OPERATOR);
        row(RecordIdentity.class, OPERATOR);
        row(EraseIdentity.class, OPERATOR);
        row(CreditDeposit.class, OPERATOR);
        row(WithdrawDeposit.class, OPERATOR);
        row(CreditUnits.class, OPERATOR);
        row(RecordToken.class, OPERATOR);
        row(AdoptBehaviour.class, OPERATOR);

        row(Genesis.class, NOBODY);
        row(NodeStarted.class, NOBODY);
        row(NodeStopping.class, NOBODY);
        row(ReportConnectivity.class, NOBODY);
        row(ReportDisconnect.class, NOBODY);
        row(StateDigest.class, NOBODY);
        row(Tick.class, NOBODY);
    }

    private AccessTable() {}

    private static void orders() {
        row(PlaceOrder.class, EnumSet.of(Role.BIDDER, Role.CLERK));
        row(AmendOrder.class, EnumSet.of(Role.BIDDER, Role.CLERK));
        row(MoveOrder.class, EnumSet.of(Role.BIDDER, Role.CLERK));
        row(ReduceOrder.class, EnumSet.of(Role.BIDDER, Role.CLERK));
        row(CancelOrder.class, EnumSet.of(Role.BIDDER, Role.CLERK, Role.OPERATOR));
        row(CancelOrders.class, EnumSet.of(Role.BIDDER, Role.CLERK, Role.OPERATOR));
    }

    private static void row(Class<? extends Command> command, Set<Role> roles) {
        ROWS.put(command.getSimpleName(), roles);
        if (ParticipantAct.class.isAssignableFrom(command)) {
            BIDDERS_ACTS.add(command.getSimpleName());
        }
    }

    /** True where a command has this name, whoever may send it. */
    public static boolean knows(String op) {
        return ROWS.containsKey(op);
    }

    /** True where the role may send the command. */
    public static boolean allows(Role role, String op) {
        return ROWS.getOrDefault(op, NOBODY).contains(role);
    }

    /** True where the command is a bidder's act, which the clerk may enter for them. */
    public static boolean isBiddersAct(String op) {
        return BIDDERS_ACTS.contains(op);
    }

    /** The names of all commands, sorted. */
    public static Set<String> commands() {
        return Set.copyOf(ROWS.keySet());
    }

    /**
     * Whom the command is about fits who asks: bidders act for themselves, staff name the participant.
     *
     * @throws InvalidValue with {@code NOT_YOUR_ACCOUNT} or {@code MISSING_FIELD}
     */
    public static void checkAccount(Claims asking, Command command) {
        if (command instanceof ParticipantAct act) {
            checkAccount(asking, act.actsFor(), act.actsForField());
        } else if (command instanceof RaiseObjection objection && asking.role() == Role.BIDDER) {
            checkAccount(asking, objection.participant(), "participant");
        }
    }

    private static void checkAccount(Claims asking, int participant, String field) {
        if (asking.role() != Role.BIDDER && participant == 0) {
            throw new InvalidValue(RejectReason.MISSING_FIELD, field, "is required from the venue's staff");
        }
        if (asking.role() == Role.BIDDER && participant != 0 && participant != asking.subject()) {
            throw new InvalidValue(RejectReason.NOT_YOUR_ACCOUNT, field, "is not your own number");
        }
    }
}
