package org.gavel.exchange.engine.deal;

import org.gavel.exchange.engine.EventSink;
import org.gavel.exchange.engine.Request;
import org.gavel.exchange.engine.account.Accounts;
import org.gavel.protocol.command.PledgeShares;
import org.gavel.protocol.command.WithdrawPledge;
import org.gavel.protocol.event.PledgeMade;
import org.gavel.protocol.event.PledgeWithdrawn;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.JointPurchaseTerms;
import org.gavel.protocol.value.OverSubscription;

/** Takes pledges for joint purchases, whose price it holds, and gives them back until they bind. */
public final class PledgeDesk {
    private final Deals deals;
    private final Standing standing;

    public PledgeDesk(Accounts accounts, Deals deals) {
        this.deals = deals;
        this.standing = new Standing(accounts, deals);
    }

    public RejectReason pledge(Request request, PledgeShares asked, EventSink out) {
        int participant = request.participant(asked.participant());
        RejectReason refusal = checkPurchase(request, asked.lot(), participant);
        if (refusal == RejectReason.NONE) {
            refusal = checkPledge(request, purchase(asked.lot()), participant, asked.shares());
        }
        if (refusal == RejectReason.NONE) {
            JointPurchase purchase = purchase(asked.lot());
            request.commit();
            JointPurchase.Pledge pledge = purchase.pledge(participant, asked.shares());
            out.emit(new PledgeMade(asked.lot(), participant, pledge.number(), asked.shares(), purchase.pledged()));
            long cost = purchase.cost(asked.shares());
            deals.course().hold(asked.lot(), participant, pledge.number(), cost, out);
        }
        return refusal;
    }

    private RejectReason checkPurchase(Request request, int lot, int participant) {
        RejectReason refusal = standing.checkActor(request, participant);
        if (refusal == RejectReason.NONE && deals.has(lot) && !(deals.get(lot) instanceof JointPurchase)) {
            refusal = RejectReason.WRONG_MODE;
        }
        return refusal == RejectReason.NONE ? standing.checkLive(lot) : refusal;
    }

    private RejectReason checkPledge(Request request, JointPurchase purchase, int participant, int shares) {
        RejectReason refusal = standing.checkBuyer(request, purchase, participant);
        if (refusal != RejectReason.NONE) {
            return refusal;
        }
        if (standing.already(request, participant, purchase::pledgeOf) != 0) {
            return RejectReason.PLEDGED_ALREADY;
        }
        if (purchase.size() >= JointPurchase.MAX_PLEDGES) {
            return request.refuse(RejectReason.PLEDGES_FULL, JointPurchase.MAX_PLEDGES);
        }
        long most = most(purchase);
        if (shares > most) {
            return request.refuse(RejectReason.SHARES_TAKEN, most);
        }
        return standing.checkMoney(request, participant, purchase.cost(shares));
    }

    private static long most(JointPurchase purchase) {
        JointPurchaseTerms terms = purchase.purchase();
        boolean firstCome = terms.overSubscription() == OverSubscription.FIRST_COME;
        return terms.shares() - (firstCome ? purchase.pledged() : 0);
    }

    public RejectReason withdraw(Request request, WithdrawPledge asked, EventSink out) {
        int participant = request.participant(asked.participant());
        RejectReason refusal = checkPurchase(request, asked.lot(), participant);
        if (refusal == RejectReason.NONE) {
            refusal = checkWithdrawal(request, purchase(asked.lot()), participant);
        }
        if (refusal == RejectReason.NONE) {
            JointPurchase purchase = purchase(asked.lot());
            request.commit();
            JointPurchase.Pledge pledge = purchase.withdraw(participant);
            out.emit(new PledgeWithdrawn(
                    asked.lot(), participant, pledge.number(), pledge.shares(), purchase.pledged()));
            deals.course().release(asked.lot(), participant, purchase.cost(pledge.shares()), out);
        }
        return refusal;
    }

    private static RejectReason checkWithdrawal(Request request, JointPurchase purchase, int participant) {
        if (purchase.pledgeOf(participant) == 0) {
            return RejectReason.NO_PLEDGE;
        }
        return request.time() >= purchase.withdrawUntil() ? RejectReason.PLEDGE_BINDING : RejectReason.NONE;
    }

    private JointPurchase purchase(int lot) {
        return (JointPurchase) deals.get(lot);
    }
}
