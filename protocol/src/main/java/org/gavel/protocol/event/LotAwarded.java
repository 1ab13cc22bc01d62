package org.gavel.protocol.event;

import com.fasterxml.jackson.annotation.JsonView;
import org.gavel.protocol.value.Money;

/**
 * The hammer has fallen (落槌): the lot goes to the highest bid (Auction Law art. 51).
 *
 * @param bids how many bids were accepted
 * @param closedAt the instant of the close, in microseconds since 1970: never after what showed it
 */
public record LotAwarded(
        int lot, @JsonView(Faces.Private.class) int winner, int paddle, Money amount, int bids, long closedAt)
        implements LotEvent {
    @Override
    public int owner() {
        return winner;
    }
}
