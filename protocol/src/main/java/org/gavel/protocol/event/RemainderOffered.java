package org.gavel.protocol.event;

import com.fasterxml.jackson.annotation.JsonView;
import org.gavel.protocol.value.Money;

/**
 * A conditional winner is asked whether they take the units that are left, fewer than they offered for.
 *
 * @param price what each unit costs them
 * @param closesAt until when they may answer, in microseconds since 1970; a pause moves it
 */
public record RemainderOffered(
        int lot, @JsonView(Faces.Private.class) int bidder, int paddle, long units, Money price, long closesAt)
        implements LotEvent {
    @Override
    public int owner() {
        return bidder;
    }
}
