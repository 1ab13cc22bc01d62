package org.gavel.exchange.audit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.gavel.exchange.engine.EventList;
import org.gavel.exchange.engine.Market;
import org.gavel.exchange.engine.Request;
import org.gavel.exchange.engine.timer.TimerQueue;
import org.gavel.protocol.codec.json.JsonCodec;
import org.gavel.protocol.command.AnnounceLot;
import org.gavel.protocol.command.Command;
import org.gavel.protocol.command.Origin;
import org.gavel.protocol.command.Tick;
import org.gavel.protocol.event.Event;
import org.gavel.protocol.reject.InvalidValue;
import org.gavel.protocol.reject.RejectReason;

/**
 * A course under other terms: the same commands at the same times in a market of its own, some lots announced
 * otherwise. It has no way to any journal. What people would have done under other rules nobody knows; their commands
 * are taken as they were. Single-threaded.
 */
public final class Counterfactual {
    private final Market market = new Market();
    private final Request request = new Request();
    private final EventList events = new EventList();
    private final ChangedTerms terms;
    private final Set<Integer> lots;
    private final Set<Integer> changed = new HashSet<>();

    /** @param lots which lots the terms are changed of */
    public Counterfactual(ChangedTerms terms, Set<Integer> lots) {
        this.terms = terms;
        this.lots = Set.copyOf(lots);
    }

    /**
     * Applies what was commanded, its sealed fields opened, and says what would have become of it.
     *
     * @throws AuditRefused where a lot cannot be announced under the other terms, with the rule that forbids it
     */
    public AuditedRecord apply(AuditedRecord actual) {
        boolean isChanged = actual.op().equals(AnnounceLot.class.getSimpleName())
                && lots.contains(actual.lot())
                && actual.outcome() == Outcome.ACCEPTED;
        if (!isChanged) {
            return apply(actual.sequence(), actual.at(), actual.origin(), actual.command());
        }
        AuditedRecord other = apply(actual.sequence(), actual.at(), actual.origin(), changed(actual));
        if (other.outcome() != Outcome.ACCEPTED) {
            throw new AuditRefused("Lot " + actual.lot() + " could not have been announced under these terms: "
                    + other.reason().code() + " " + other.reason() + ": " + other.sentence());
        }
        changed.add(actual.lot());
        return other;
    }

    private ObjectNode changed(AuditedRecord actual) {
        try {
            ObjectNode other = terms.in(actual.command());
            JsonCodec.command(other);
            return other;
        } catch (InvalidValue e) {
            throw new AuditRefused(
                    "Lot " + actual.lot() + " cannot have these terms: " + e.sentence() + " Choose other ones.", e);
        }
    }

    private AuditedRecord apply(long sequence, long at, Origin origin, ObjectNode tree) {
        Command command = JsonCodec.command(tree);
        request.begin(
                        sequence,
                        at,
                        origin.actor(),
                        origin.cid().high(),
                        origin.cid().low())
                .from(origin.role(), origin.channel())
                .approvedBy(origin.approver());
        market.apply(request, command, events);
        List<Event> happened = events.take();
        Outcome outcome = request.reason() == RejectReason.NONE ? Outcome.ACCEPTED : Outcome.REJECTED;
        return new AuditedRecord(
                sequence,
                at,
                origin,
                tree,
                request.isRepeated() ? Outcome.REPEATED : outcome,
                request.reason(),
                request.detail(),
                request.original(),
                happened);
    }

    /** Lets everything happen that is still due, as if nobody did anything after the end of the course. */
    public void finish(Consumer<AuditedRecord> listener) {
        while (market.nextDue() < TimerQueue.NEVER) {
            long due = Math.max(market.nextDue(), market.time());
            Tick tick = new Tick(due);
            listener.accept(apply(market.sequence() + 1, due, Origin.VENUE, JsonCodec.tree(tick)));
        }
    }

    /** The lots that were announced under the other terms. */
    public Set<Integer> changed() {
        return Set.copyOf(changed);
    }
}
