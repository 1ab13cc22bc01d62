package org.gavel.gateway.session;

import org.gavel.exchange.api.CommandPort;
import org.gavel.gateway.access.TokenKeys;
import org.gavel.gateway.feed.FeedHub;

/** What all sessions share. */
public record Doors(
        SessionSettings settings, CommandPort commands, FeedHub feed, TokenKeys tokens, GatewayClock clock) {}
