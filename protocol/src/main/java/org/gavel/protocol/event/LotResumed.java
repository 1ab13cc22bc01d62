package org.gavel.protocol.event;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Bidding goes on, or a deal does.
 *
 * @param withdrawUntil from when on pledges bind, where that has moved since the announcement; unwritten elsewhere
 */
public record LotResumed(
        int lot,
        long closesAt,
        String reason,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) long withdrawUntil) implements LotEvent {
    /** Of a lot, or a deal whose pledges bind as it was announced, or that takes none. */
    public LotResumed(int lot, long closesAt, String reason) {
        this(lot, closesAt, reason, 0);
    }
}
