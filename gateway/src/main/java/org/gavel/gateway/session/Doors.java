package org.gavel.gateway.session;

import org.gavel.exchange.api.CommandPort;
import org.gavel.exchange.api.PublicLog;
import org.gavel.gateway.access.TokenKeys;
import org.gavel.gateway.approval.Approvals;
import org.gavel.gateway.feed.FeedHub;
import org.gavel.gateway.presence.Disconnects;
import org.gavel.gateway.presence.Presence;
import org.gavel.gateway.throttle.SnapshotBudgets;

/** What all sessions share. */
public record Doors(
        SessionSettings settings,
        CommandPort commands,
        FeedHub feed,
        TokenKeys tokens,
        GatewayClock clock,
        Approvals approvals,
        Presence presence,
        Disconnects disconnects,
        Announced announced,
        PublicLog log,
        SnapshotBudgets snapshots) {
    /** Nothing waits for approval, nobody has been here or asked for anything. */
    public Doors(
            SessionSettings settings,
            CommandPort commands,
            FeedHub feed,
            TokenKeys tokens,
            GatewayClock clock,
            PublicLog log) {
        this(
                settings,
                commands,
                feed,
                tokens,
                clock,
                new Approvals(clock.micros()),
                new Presence(),
                new Disconnects(commands),
                new Announced(),
                log,
                new SnapshotBudgets());
    }
}
