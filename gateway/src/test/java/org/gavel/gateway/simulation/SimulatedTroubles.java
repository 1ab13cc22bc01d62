package org.gavel.gateway.simulation;

import java.util.EnumSet;
import java.util.Set;
import org.gavel.exchange.journal.envelope.SimulatedDisk;
import org.gavel.exchange.journal.envelope.SimulatedDisk.Fault;
import org.gavel.protocol.value.Draw;

/** What goes wrong in one run; which kinds do is drawn, so that rare combinations come up (swarm). */
final class SimulatedTroubles {
    private enum Trouble {
        POWER,
        FORCE,
        CONNECTIONS,
        STALLS,
        CLOCK,
        RESTARTS,
        FLOOD
    }

    private static final Fault[] CUTS = {
        Fault.CUT_IN_WRITE, Fault.CUT_BEFORE_FORCE, Fault.CUT_AFTER_FORCE, Fault.CUT_AFTER_WATERMARK
    };

    private final Draw draw;
    private final Set<Trouble> kinds = EnumSet.noneOf(Trouble.class);

    SimulatedTroubles(Draw draw) {
        this.draw = draw;
        for (Trouble kind : Trouble.values()) {
            if (draw.flag()) {
                kinds.add(kind);
            }
        }
    }

    private boolean strikes(Trouble kind, int oneIn) {
        return kinds.contains(kind) && draw.chance(oneIn);
    }

    void befall(SimulatedMachine machine) {
        machine.pass(strikes(Trouble.CLOCK, 25) ? (draw.below(60) - 30) * 1_000_000L : draw.below(400_000));
    }

    void befall(SimulatedDisk disk) {
        if (strikes(Trouble.POWER, 40)) {
            disk.plan(draw.oneOf(CUTS));
        }
        if (strikes(Trouble.FORCE, 60)) {
            disk.plan(Fault.FORCE_FAILS);
        }
    }

    void befall(SimulatedClient client) {
        if (strikes(Trouble.CONNECTIONS, 50)) {
            client.disconnect();
        }
        if (strikes(Trouble.STALLS, 30)) {
            client.stall(draw.flag());
        }
        if (strikes(Trouble.FLOOD, 20)) {
            client.retry();
        }
    }

    /** Whether an operator stops the node and starts it again. */
    boolean restarts() {
        return strikes(Trouble.RESTARTS, 80);
    }
}
