package org.gavel.gateway.feed;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.gavel.exchange.api.KeptState;
import org.gavel.protocol.event.DeskEvent;
import org.gavel.protocol.event.LotEvent;
import org.gavel.protocol.event.ObjectionDecided;
import org.gavel.protocol.event.ObjectionRaised;
import org.gavel.protocol.event.ObjectionWithdrawn;
import org.gavel.protocol.event.PrivateEvent;

/** Who takes part in each lot and deal, and which objections are open. For the feed's thread. */
final class DeskBook implements KeptState {
    /** In the order in which they were first told of. */
    private final Map<Integer, Set<Integer>> parties = new HashMap<>();

    private final Map<Integer, Map<Integer, ObjectionRaised>> objections = new HashMap<>();

    void on(DeskEvent event) {
        if (event instanceof ObjectionRaised raised) {
            objections.computeIfAbsent(raised.lot(), lot -> new TreeMap<>()).put(raised.objection(), raised);
        } else if (event instanceof ObjectionDecided decided) {
            over(decided.lot(), decided.objection());
        } else if (event instanceof ObjectionWithdrawn withdrawn) {
            over(withdrawn.lot(), withdrawn.objection());
        } else if (event instanceof PrivateEvent personal) {
            join(event.lot(), personal.participant());
        } else if (event instanceof LotEvent about && about.owner() != 0) {
            join(event.lot(), about.owner());
        }
    }

    private void join(int lot, int participant) {
        parties.computeIfAbsent(lot, number -> new LinkedHashSet<>()).add(participant);
    }

    private void over(int lot, int objection) {
        objections.computeIfPresent(lot, (number, open) -> {
            open.remove(objection);
            return open.isEmpty() ? null : open;
        });
    }

    /** Nothing about it is to be decided any more. */
    void closed(int lot) {
        objections.remove(lot);
    }

    Collection<Integer> parties(int lot) {
        return parties.getOrDefault(lot, Set.of());
    }

    /** Those that are open, in order of their numbers. */
    Collection<ObjectionRaised> objections(int lot) {
        return objections.getOrDefault(lot, Map.of()).values();
    }
}
