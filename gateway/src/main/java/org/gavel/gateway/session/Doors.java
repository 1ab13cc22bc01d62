package org.gavel.gateway.session;

import org.gavel.exchange.api.CommandPort;
import org.gavel.gateway.access.TokenKeys;
import org.gavel.gateway.approval.Approvals;
import org.gavel.gateway.feed.FeedHub;

/** What all sessions share. */
public record Doors(
        SessionSettings settings,
        CommandPort commands,
        FeedHub feed,
        TokenKeys tokens,
        GatewayClock clock,
        Approvals approvals) {
    /** Nothing waits for approval yet. */
    public Doors(
            SessionSettings settings, CommandPort commands, FeedHub feed, TokenKeys tokens, GatewayClock clock) {
        this(settings, commands, feed, tokens, clock, new Approvals(clock.micros()));
    }
}
