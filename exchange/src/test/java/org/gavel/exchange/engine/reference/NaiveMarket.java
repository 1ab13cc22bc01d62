package org.gavel.exchange.engine.reference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gavel.exchange.engine.Submission;
import org.gavel.exchange.engine.lot.LotState;
import org.gavel.protocol.command.AboutLot;
import org.gavel.protocol.command.AnnounceLot;
import org.gavel.protocol.command.AskStatus;
import org.gavel.protocol.command.Command;
import org.gavel.protocol.command.CreditDeposit;
import org.gavel.protocol.command.HoldDeposit;
import org.gavel.protocol.command.NodeStarted;
import org.gavel.protocol.command.NodeStopping;
import org.gavel.protocol.command.OpenLot;
import org.gavel.protocol.command.PauseLot;
import org.gavel.protocol.command.PlaceBid;
import org.gavel.protocol.command.RegisterParticipant;
import org.gavel.protocol.command.ResumeLot;
import org.gavel.protocol.command.WithdrawBid;
import org.gavel.protocol.command.WithdrawDeposit;
import org.gavel.protocol.command.WithdrawLot;
import org.gavel.protocol.event.AnswerRepeated;
import org.gavel.protocol.event.CommandRejected;
import org.gavel.protocol.event.DepositCredited;
import org.gavel.protocol.event.DepositWithdrawn;
import org.gavel.protocol.event.Event;
import org.gavel.protocol.event.NodeResumed;
import org.gavel.protocol.event.ParticipantRegistered;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.Role;

/**
 * The market of English lots written down as plainly as possible, to be compared with the engine: sorted maps and
 * lists, linear searches, no heap, no hashes.
 */
final class NaiveMarket {
    private static final int WINDOW = 64;

    /** What was answered to a command. */
    private record Past(String asker, Object cid, String content, long sequence, RejectReason reason, long detail) {}

    final TreeMap<Integer, NaiveLot> lots = new TreeMap<>();
    private final Map<Integer, Long> free = new TreeMap<>();
    private final List<Past> answers = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();
    private final NaiveLots desk = new NaiveLots(this);
    private long sequence;
    private long time;
    private long detail;

    long time() {
        return time;
    }

    void emit(Event event) {
        events.add(event);
    }

    boolean isRegistered(int participant) {
        return free.containsKey(participant);
    }

    long free(int participant) {
        return free.get(participant);
    }

    void pay(int participant, long amount) {
        free.merge(participant, amount, Math::addExact);
    }

    RejectReason refuse(RejectReason reason, long withDetail) {
        detail = withDetail;
        return reason;
    }

    /** What the next command causes. */
    List<Event> apply(Submission submission) {
        events.clear();
        detail = 0;
        sequence++;
        long before = time;
        time = submission.time();
        if (!(submission.command() instanceof NodeStarted)) {
            happen();
        }
        if (!isAnswered(submission)) {
            conclude(submission, decide(submission, before));
        }
        happen();
        return List.copyOf(events);
    }

    /** What is due happens, the earliest first, of equals that of the lower lot. */
    private void happen() {
        NaiveLot next = earliest();
        while (next != null && next.due() <= time) {
            desk.happen(next, next.due());
            next = earliest();
        }
    }

    private NaiveLot earliest() {
        return lots.values().stream()
                .min(Comparator.comparingLong(NaiveLot::due))
                .orElse(null);
    }

    private static String asker(Submission submission) {
        boolean bidder = submission.origin().role() == Role.BIDDER;
        return (bidder ? "participant " : "staff ") + submission.origin().actor();
    }

    private Past past(Submission submission, Object cid) {
        List<Past> own = own(submission);
        return own.subList(Math.max(0, own.size() - WINDOW), own.size()).stream()
                .filter(past -> past.cid.equals(cid))
                .findFirst()
                .orElse(null);
    }

    private List<Past> own(Submission submission) {
        return answers.stream()
                .filter(past -> past.asker.equals(asker(submission)))
                .toList();
    }

    private boolean isAnswered(Submission submission) {
        Past past = past(submission, submission.origin().cid());
        boolean fresh = submission.origin().cid().isNone() || submission.command() instanceof AskStatus || past == null;
        if (fresh) {
            return false;
        }
        if (past.content.equals(submission.command().toString())) {
            repeat(submission, past);
        } else {
            reject(submission, RejectReason.CID_CONFLICT, past.sequence);
        }
        return true;
    }

    private void repeat(Submission submission, Past past) {
        emit(new AnswerRepeated(
                submission.origin().actor(), submission.origin().cid(), past.sequence, past.reason, past.detail));
    }

    private void reject(Submission submission, RejectReason reason, long why) {
        int lot = submission.command() instanceof AboutLot about ? about.lot() : 0;
        emit(new CommandRejected(
                submission.origin().actor(), submission.origin().cid(), reason, why, lot));
    }

    private void conclude(Submission submission, RejectReason reason) {
        if (reason != RejectReason.NONE) {
            reject(submission, reason, detail);
        }
        boolean stranger = submission.origin().role() == Role.BIDDER
                && !isRegistered((int) submission.origin().actor());
        boolean kept = !submission.origin().cid().isNone() && !(submission.command() instanceof AskStatus);
        if (kept && !stranger) {
            String content = submission.command().toString();
            answers.add(new Past(asker(submission), submission.origin().cid(), content, sequence, reason, detail));
        }
    }

    private RejectReason decide(Submission submission, long before) {
        Command command = submission.command();
        if (command instanceof RegisterParticipant asked) {
            free.put(asked.participant(), 0L);
            emit(new ParticipantRegistered(asked.participant()));
        } else if (command instanceof CreditDeposit asked) {
            pay(asked.participant(), asked.amount().fen());
            Money now = new Money(free(asked.participant()));
            emit(new DepositCredited(asked.participant(), asked.amount(), now, asked.reference()));
        } else if (command instanceof WithdrawDeposit asked) {
            return payOut(asked);
        } else if (command instanceof NodeStarted) {
            emit(new NodeResumed(time - before));
            desk.nodeStarts(before);
        } else if (command instanceof NodeStopping) {
            desk.nodeStops();
        } else if (command instanceof AskStatus asked) {
            return tell(submission, asked);
        } else if (command instanceof AboutLot) {
            return decideAboutLot(submission);
        }
        return RejectReason.NONE;
    }

    private RejectReason payOut(WithdrawDeposit asked) {
        if (free(asked.participant()) < asked.amount().fen()) {
            return refuse(RejectReason.FUNDS_INSUFFICIENT, free(asked.participant()));
        }
        pay(asked.participant(), -asked.amount().fen());
        Money now = new Money(free(asked.participant()));
        emit(new DepositWithdrawn(asked.participant(), asked.amount(), now, asked.reference()));
        return RejectReason.NONE;
    }

    private RejectReason tell(Submission submission, AskStatus asked) {
        Past past = past(submission, asked.about());
        if (past == null) {
            List<Past> own = own(submission);
            return own.size() <= WINDOW
                    ? RejectReason.UNKNOWN_CID
                    : refuse(RejectReason.CID_FORGOTTEN, own.get(own.size() - WINDOW).sequence);
        }
        repeat(submission, past);
        return RejectReason.NONE;
    }

    private RejectReason decideAboutLot(Submission submission) {
        Command command = submission.command();
        if (command instanceof WithdrawBid) {
            return RejectReason.BID_IRREVOCABLE;
        }
        if (command instanceof PlaceBid asked) {
            return desk.bid(submission, asked);
        }
        if (command instanceof HoldDeposit asked) {
            return desk.hold(submission, asked);
        }
        if (command instanceof AnnounceLot asked) {
            return desk.announce(asked);
        }
        NaiveLot lot = lots.get(((AboutLot) command).lot());
        if (lot == null) {
            return RejectReason.LOT_UNKNOWN;
        }
        if (command instanceof OpenLot asked) {
            return desk.open(lot, asked.reason());
        }
        if (command instanceof PauseLot asked) {
            return desk.pause(lot, asked.reason());
        }
        if (command instanceof ResumeLot asked) {
            return desk.resume(lot, asked.reason());
        }
        return desk.withdraw(lot, ((WithdrawLot) command).reason());
    }

    static boolean hasEnded(NaiveLot lot) {
        return lot.state == LotState.AWARDED || lot.state == LotState.PASSED || lot.state == LotState.WITHDRAWN;
    }
}
