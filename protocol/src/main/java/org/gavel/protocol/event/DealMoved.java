package org.gavel.protocol.event;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What is due for a deal is due later, by as long as the venue's node was away.
 *
 * @param closesAt when it is due now, microseconds since 1970
 * @param by how much later, in microseconds
 * @param withdrawUntil from when on pledges bind, where that has moved since the announcement; unwritten elsewhere
 */
public record DealMoved(
        int lot,
        long closesAt,
        long by,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) long withdrawUntil) implements LotEvent {
    /** Of a deal whose pledges bind as it was announced, or that takes none. */
    public DealMoved(int lot, long closesAt, long by) {
        this(lot, closesAt, by, 0);
    }
}
