package org.gavel.exchange.engine.deal;

import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.gavel.exchange.engine.Behaviour;
import org.gavel.exchange.engine.Request;
import org.gavel.exchange.engine.account.Accounts;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.ExclusionCause;

/** Whether a participant may act in a deal: for themself, not barred, neither its seller nor the venue's own people. */
final class Standing {
    private final Accounts accounts;
    private final Deals deals;

    Standing(Accounts accounts, Deals deals) {
        this.accounts = accounts;
        this.deals = deals;
    }

    /** Whose act it is must be known and, from bidders, their own. */
    RejectReason checkActor(Request request, int participant) {
        return accounts.checkActor(request, participant);
    }

    /** Who would buy, or supply, must be one the venue and the deal's own rule admit, and another than its seller. */
    RejectReason checkParty(Request request, Deal deal, int participant) {
        return deal.roll().check(request, participant);
    }

    /** As {@link #checkParty}, of who buys at once: nobody marks a relation afterwards that is on record now. */
    RejectReason checkBuyer(Request request, Deal deal, int participant) {
        RejectReason refusal = checkParty(request, deal, participant);
        boolean isUnmarked = refusal == RejectReason.NONE
                && request.follows(Behaviour.RECORDED_RELATIONS_COUNT)
                && deal.roll().isUnmarkedRelation(participant);
        if (!isUnmarked) {
            return refusal;
        }
        return deal.roll().excludes(ExclusionCause.RELATED_PARTY)
                ? request.exclude(participant, ExclusionCause.RELATED_PARTY)
                : RejectReason.DECLARED_PARTY_UNMARKED;
    }

    /**
     * What the participant's legal person has in a deal already, under any of its numbers; 0 where nothing.
     *
     * @param has what one number has, not 0, or 0
     */
    int already(Request request, int participant, IntUnaryOperator has) {
        IntStream numbers = request.follows(Behaviour.ONE_BUYER_A_PERSON)
                ? accounts.numbersOf(participant)
                : IntStream.of(participant);
        return numbers.map(has).filter(each -> each != 0).findFirst().orElse(0);
    }

    RejectReason checkAdmitted(int participant) {
        return accounts.get(participant).checkAdmitted();
    }

    /** So much must be free. */
    RejectReason checkMoney(Request request, int participant, long amount) {
        long missing = amount - accounts.get(participant).free();
        return missing > 0 ? request.refuse(RejectReason.MONEY_MISSING, missing) : RejectReason.NONE;
    }

    /** The deal must be one that is made public, and live. */
    RejectReason checkPublic(int number) {
        return deals.has(number) && !(deals.get(number) instanceof PublicDeal)
                ? RejectReason.WRONG_MODE
                : checkLive(number);
    }

    /** The deal must be there and must not stand still or be over. */
    RejectReason checkLive(int number) {
        if (!deals.has(number)) {
            return RejectReason.DEAL_UNKNOWN;
        }
        return switch (deals.get(number).state()) {
            case SUSPENDED -> RejectReason.LOT_SUSPENDED;
            case AWARDED, ANNULLED, ENDED -> RejectReason.DEAL_ENDED;
            default -> RejectReason.NONE;
        };
    }
}
