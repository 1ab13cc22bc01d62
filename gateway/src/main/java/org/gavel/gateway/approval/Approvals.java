package org.gavel.gateway.approval;

import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import org.gavel.protocol.command.Command;
import org.gavel.protocol.command.Origin;
import org.gavel.protocol.command.TwoPersonAct;
import org.gavel.protocol.reject.InvalidValue;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.Micros;

/**
 * The acts of this gateway that wait for a second person. They are no facts of the market before somebody approves
 * them: held in memory alone, they end with the gateway and have to be asked for anew. Thread-safe.
 */
public final class Approvals {
    /** How long an act waits. */
    public static final Duration HOLDS = Duration.ofMinutes(5);

    /** The most acts that wait at once. */
    public static final int MOST = 256;

    private final TreeMap<Long, HeldAct> held = new TreeMap<>();
    private long last;

    /** Numbers are counted from the start's time on: no two starts give the same. */
    public Approvals(long startedAtMicros) {
        last = startedAtMicros;
    }

    /**
     * Holds an act from now on.
     *
     * @throws InvalidValue where it needs no second person, or too many wait
     */
    public synchronized HeldAct hold(Origin origin, Command command, long now) {
        if (!(command instanceof TwoPersonAct)) {
            throw new InvalidValue(RejectReason.APPROVAL_NOT_NEEDED, "act", "needs no second person");
        }
        held.values().removeIf(act -> act.expiresAt() <= now);
        if (held.size() >= MOST) {
            throw new InvalidValue(RejectReason.APPROVALS_FULL, "", MOST + " acts wait for approval");
        }
        last++;
        HeldAct act = new HeldAct(last, origin, command, now + Micros.of(HOLDS));
        held.put(last, act);
        return act;
    }

    /** What can be approved now, in the order it was asked for. */
    public synchronized List<HeldAct> waiting(long now) {
        return held.values().stream().filter(act -> act.expiresAt() > now).toList();
    }

    /**
     * The act of this number, if it can still be decided.
     *
     * @throws InvalidValue where it is unknown or has waited too long
     */
    public synchronized HeldAct find(long approval, long now) {
        HeldAct act = held.get(approval);
        if (act == null) {
            throw new InvalidValue(RejectReason.APPROVAL_UNKNOWN, "approval", "is not held here");
        }
        if (act.expiresAt() <= now) {
            throw new InvalidValue(RejectReason.APPROVAL_EXPIRED, "approval", "expired at " + act.expiresAt());
        }
        return act;
    }

    /** The act is decided. */
    public synchronized void forget(long approval) {
        held.remove(approval);
    }
}
