package org.gavel.exchange.engine;

import org.gavel.protocol.command.Command;
import org.gavel.protocol.command.Origin;
import org.gavel.protocol.command.Tick;
import org.gavel.protocol.value.ClientId;

/**
 * One command as the sequencer hands it over: its time (microseconds since 1970), who asks, and what.
 */
public record Submission(long time, Origin origin, Command command) {
    /** Only the time passes. */
    public static Submission tick(long time) {
        return new Submission(time, Origin.VENUE, new Tick(0));
    }

    /** The same, as a client that gives its commands no id. */
    public Submission anonymous() {
        Origin nameless = new Origin(
                origin.actor(),
                origin.approver(),
                ClientId.NONE,
                origin.session(),
                origin.receivedAt(),
                origin.gateway(),
                origin.role(),
                origin.channel());
        return new Submission(time, nameless, command);
    }

    /** Applies it as the market's next command. */
    public void applyTo(Market market, Request request, EventSink out) {
        ClientId cid = origin.cid();
        request.begin(market.sequence() + 1, time, origin.actor(), cid.high(), cid.low());
        request.from(origin.role(), origin.channel())
                .approvedBy(origin.approver())
                .through(origin.session());
        market.apply(request, command, out);
    }
}
