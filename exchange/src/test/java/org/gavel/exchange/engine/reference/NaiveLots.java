package org.gavel.exchange.engine.reference;

import org.gavel.exchange.engine.Submission;
import org.gavel.exchange.engine.lot.LotState;
import org.gavel.protocol.command.AnnounceLot;
import org.gavel.protocol.command.HoldDeposit;
import org.gavel.protocol.command.PlaceBid;
import org.gavel.protocol.event.BidAccepted;
import org.gavel.protocol.event.DepositHeld;
import org.gavel.protocol.event.DepositReleased;
import org.gavel.protocol.event.LotAnnounced;
import org.gavel.protocol.event.LotAwarded;
import org.gavel.protocol.event.LotExtended;
import org.gavel.protocol.event.LotOpened;
import org.gavel.protocol.event.LotPassed;
import org.gavel.protocol.event.LotPaused;
import org.gavel.protocol.event.LotResumed;
import org.gavel.protocol.event.LotWithdrawn;
import org.gavel.protocol.event.PassCause;
import org.gavel.protocol.event.PauseCause;
import org.gavel.protocol.event.ReserveOpened;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.Reserve;
import org.gavel.protocol.value.Role;

/** What happens to the lots of a {@link NaiveMarket}. */
final class NaiveLots {
    private final NaiveMarket market;

    NaiveLots(NaiveMarket market) {
        this.market = market;
    }

    /** A lot opens, closes or resumes because it is time. */
    void happen(NaiveLot lot, long at) {
        if (lot.state == LotState.PAUSED) {
            goOn(lot, at, "The venue's node is back.");
        } else if (lot.state == LotState.ANNOUNCED || !lot.isLastPhase()) {
            openPhase(lot, at, "");
        } else {
            close(lot, at);
        }
    }

    private void openPhase(NaiveLot lot, long at, String reason) {
        lot.openPhase(at);
        Money next = new Money(lot.nextMinimum());
        market.emit(new LotOpened(lot.terms.lot(), lot.phase(), lot.closesAt(), next, reason));
    }

    private void goOn(NaiveLot lot, long at, String reason) {
        lot.goOn(at);
        market.emit(new LotResumed(lot.terms.lot(), lot.closesAt(), reason));
    }

    private void close(NaiveLot lot, long at) {
        int number = lot.terms.lot();
        Reserve reserve = lot.terms.reserve();
        if (reserve.hidden()) {
            market.emit(new ReserveOpened(number, reserve.amount(), reserve.salt()));
        }
        if (lot.leader() != 0 && lot.price() >= reserve.amount().fen()) {
            int paddle = lot.entrants.indexOf(lot.leader()) + 1;
            market.emit(new LotAwarded(number, lot.leader(), paddle, new Money(lot.price()), lot.bidCount(), at));
            end(lot, LotState.AWARDED, lot.leader());
        } else {
            PassCause cause = lot.leader() == 0 ? PassCause.NO_BID : PassCause.RESERVE_NOT_MET;
            market.emit(new LotPassed(number, cause, lot.bidCount(), at));
            end(lot, LotState.PASSED, 0);
        }
    }

    private void end(NaiveLot lot, LotState end, int winner) {
        lot.state = end;
        lot.wakesAt = NaiveLot.NEVER;
        Money deposit = lot.terms.deposit();
        for (int participant : lot.entrants) {
            if (participant != winner && deposit.fen() > 0) {
                market.pay(participant, deposit.fen());
                market.emit(new DepositReleased(lot.terms.lot(), participant, deposit));
            }
        }
    }

    void nodeStops() {
        for (NaiveLot lot : market.lots.values()) {
            if (lot.state == LotState.OPEN) {
                interrupt(
                        lot,
                        market.time(),
                        PauseCause.STOP,
                        "The venue's node stops; bidding keeps the time it has left.");
            }
        }
    }

    private void interrupt(NaiveLot lot, long at, PauseCause cause, String reason) {
        lot.stop(at);
        lot.pausedByClerk = cause == PauseCause.CLERK;
        market.emit(new LotPaused(lot.terms.lot(), cause, lot.remaining(), reason));
    }

    void nodeStarts(long lastTime) {
        for (NaiveLot lot : market.lots.values()) {
            if (lot.state == LotState.OPEN) {
                interrupt(
                        lot,
                        lastTime,
                        PauseCause.OUTAGE,
                        "The venue's node was out; bidding keeps the time it had left.");
            }
            boolean interrupted = lot.state == LotState.PAUSED && !lot.pausedByClerk;
            boolean missed = lot.state == LotState.ANNOUNCED && lot.wakesAt <= market.time();
            if (interrupted || missed) {
                long byRule = market.time() + NaiveLot.micros(lot.terms.outage().resumeAfter());
                lot.wakesAt = lot.terms.outage().clerkResumes() ? NaiveLot.NEVER : byRule;
            }
        }
    }

    RejectReason announce(AnnounceLot asked) {
        if (market.lots.containsKey(asked.lot())) {
            return RejectReason.LOT_EXISTS;
        }
        if (asked.opensAt() != 0 && asked.opensAt() <= market.time()) {
            return RejectReason.SCHEDULED_IN_PAST;
        }
        market.lots.put(asked.lot(), new NaiveLot(asked));
        Reserve reserve = asked.reserve();
        market.emit(new LotAnnounced(
                asked.lot(),
                asked.title(),
                asked.seller(),
                asked.rulebook(),
                asked.deposit(),
                reserve.hidden() ? Money.ZERO : reserve.amount(),
                reserve.hidden() ? reserve.commitment(asked.lot()) : "",
                asked.phases(),
                asked.opensAt(),
                asked.outage(),
                asked.priority()));
        return RejectReason.NONE;
    }

    RejectReason open(NaiveLot lot, String reason) {
        if (lot.state != LotState.ANNOUNCED) {
            return NaiveMarket.hasEnded(lot) ? RejectReason.ALREADY_ENDED : RejectReason.NOT_AWAITING;
        }
        openPhase(lot, market.time(), reason);
        return RejectReason.NONE;
    }

    RejectReason pause(NaiveLot lot, String reason) {
        if (lot.state != LotState.OPEN) {
            return NaiveMarket.hasEnded(lot) ? RejectReason.ALREADY_ENDED : RejectReason.LOT_NOT_OPEN;
        }
        interrupt(lot, market.time(), PauseCause.CLERK, reason);
        return RejectReason.NONE;
    }

    RejectReason resume(NaiveLot lot, String reason) {
        if (lot.state != LotState.PAUSED) {
            return NaiveMarket.hasEnded(lot) ? RejectReason.ALREADY_ENDED : RejectReason.NOT_PAUSED;
        }
        goOn(lot, market.time(), reason);
        return RejectReason.NONE;
    }

    RejectReason withdraw(NaiveLot lot, String reason) {
        if (NaiveMarket.hasEnded(lot)) {
            return RejectReason.ALREADY_ENDED;
        }
        if (lot.state != LotState.ANNOUNCED) {
            return RejectReason.WITHDRAWAL_TOO_LATE;
        }
        market.emit(new LotWithdrawn(lot.terms.lot(), reason));
        end(lot, LotState.WITHDRAWN, 0);
        return RejectReason.NONE;
    }

    RejectReason hold(Submission submission, HoldDeposit asked) {
        int participant = whose(submission, asked.participant());
        RejectReason stranger = checkWhose(submission, participant);
        if (stranger != RejectReason.NONE) {
            return stranger;
        }
        NaiveLot lot = market.lots.get(asked.lot());
        if (lot == null) {
            return RejectReason.LOT_UNKNOWN;
        }
        if (NaiveMarket.hasEnded(lot)) {
            return lot.state == LotState.WITHDRAWN ? RejectReason.LOT_WITHDRAWN : RejectReason.LOT_CLOSED;
        }
        if (lot.terms.seller() == participant) {
            return RejectReason.CONSIGNOR_BID;
        }
        if (lot.entrants.contains(participant)) {
            return RejectReason.DEPOSIT_HELD_ALREADY;
        }
        long missing = lot.terms.deposit().fen() - market.free(participant);
        if (missing > 0) {
            return market.refuse(RejectReason.DEPOSIT_INSUFFICIENT, missing);
        }
        market.pay(participant, -lot.terms.deposit().fen());
        lot.entrants.add(participant);
        market.emit(new DepositHeld(lot.terms.lot(), participant, lot.entrants.size(), lot.terms.deposit()));
        return RejectReason.NONE;
    }

    private static int whose(Submission submission, int named) {
        boolean own = named == 0 && submission.origin().role() == Role.BIDDER;
        return own ? (int) submission.origin().actor() : named;
    }

    private RejectReason checkWhose(Submission submission, int participant) {
        if (submission.origin().role() == Role.BIDDER && submission.origin().actor() != participant) {
            return RejectReason.NOT_YOUR_ACCOUNT;
        }
        return market.isRegistered(participant) ? RejectReason.NONE : RejectReason.PARTICIPANT_UNKNOWN;
    }

    RejectReason bid(Submission submission, PlaceBid asked) {
        int bidder = whose(submission, asked.bidder());
        RejectReason stranger = checkWhose(submission, bidder);
        if (stranger != RejectReason.NONE) {
            return stranger;
        }
        NaiveLot lot = market.lots.get(asked.lot());
        RejectReason closed = lot == null ? RejectReason.LOT_UNKNOWN : whyNoBids(lot);
        if (closed != RejectReason.NONE) {
            return closed;
        }
        if (lot.terms.seller() == bidder) {
            return RejectReason.CONSIGNOR_BID;
        }
        long deposit = lot.terms.deposit().fen();
        if (deposit > 0 && !lot.entrants.contains(bidder)) {
            return market.refuse(RejectReason.DEPOSIT_NOT_HELD, deposit);
        }
        NaiveLot.Refusal refusal = lot.judge(bidder, asked.amount().fen());
        if (refusal != null) {
            return market.refuse(refusal.reason(), refusal.detail());
        }
        take(submission, lot, bidder, asked.amount());
        return RejectReason.NONE;
    }

    private static RejectReason whyNoBids(NaiveLot lot) {
        return switch (lot.state) {
            case OPEN -> RejectReason.NONE;
            case ANNOUNCED -> RejectReason.LOT_NOT_OPEN;
            case PAUSED -> RejectReason.LOT_PAUSED;
            case WITHDRAWN -> RejectReason.LOT_WITHDRAWN;
            default -> RejectReason.LOT_CLOSED;
        };
    }

    private void take(Submission submission, NaiveLot lot, int bidder, Money amount) {
        if (!lot.entrants.contains(bidder)) {
            lot.entrants.add(bidder);
        }
        long before = lot.closesAt();
        lot.take(market.time(), bidder, amount.fen());
        market.emit(new BidAccepted(
                lot.terms.lot(),
                bidder,
                lot.entrants.indexOf(bidder) + 1,
                amount,
                new Money(lot.nextMinimum()),
                lot.bidCount(),
                lot.closesAt(),
                submission.origin().channel(),
                submission.origin().cid()));
        if (lot.closesAt() != before) {
            market.emit(new LotExtended(lot.terms.lot(), lot.closesAt(), lot.extensions()));
        }
    }
}
