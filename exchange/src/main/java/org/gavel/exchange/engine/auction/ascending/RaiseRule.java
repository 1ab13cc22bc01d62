package org.gavel.exchange.engine.auction.ascending;

import org.gavel.exchange.engine.Request;
import org.gavel.exchange.engine.auction.Mechanism;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.Money;

/**
 * Which open bids are high enough where prices rise ({@code auction-mechanisms} 2.2): the first from the start price,
 * every other by increments of the phase's own step.
 */
final class RaiseRule {
    private final long start;
    private final boolean anyRaise;
    private final int maxMultiple;
    private final boolean leaderMayRaise;

    RaiseRule(Money start, boolean anyRaise, int maxMultiple, boolean leaderMayRaise) {
        this.start = start.fen();
        this.anyRaise = anyRaise;
        this.maxMultiple = maxMultiple;
        this.leaderMayRaise = leaderMayRaise;
    }

    /** Whether the phase would take this bid as it stands. */
    RejectReason check(Request request, Mechanism phase, int bidder, long amount) {
        if (amount > Money.MAX_FEN) {
            return request.refuse(RejectReason.PRICE_LIMIT, Money.MAX_FEN);
        }
        if (phase.leader() == 0) {
            return amount < start ? request.refuse(RejectReason.BELOW_START, start) : RejectReason.NONE;
        }
        if (phase.leader() == bidder && !leaderMayRaise) {
            return request.refuse(RejectReason.ALREADY_LEADING, 0);
        }
        if (amount <= phase.price()) {
            return request.refuse(RejectReason.NOT_HIGHER, phase.nextMinimum());
        }
        return checkRaise(request, phase, amount - phase.price());
    }

    private RejectReason checkRaise(Request request, Mechanism phase, long raise) {
        long step = phase.step(phase.price());
        if (!anyRaise && raise % step != 0) {
            return request.refuse(RejectReason.OFF_INCREMENT, phase.nextMinimum());
        }
        if (raise < step) {
            return request.refuse(RejectReason.BELOW_INCREMENT, phase.nextMinimum());
        }
        boolean tooBig = maxMultiple > 0 && (raise - 1) / step >= maxMultiple;
        return tooBig
                ? request.refuse(RejectReason.INCREMENT_MULTIPLE_TOO_BIG, phase.price() + step * maxMultiple)
                : RejectReason.NONE;
    }
}
