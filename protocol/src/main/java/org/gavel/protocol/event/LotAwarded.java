package org.gavel.protocol.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonView;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.Share;

/**
 * The hammer has fallen (落槌): the lot goes to the highest bid (Auction Law art. 51). A lot with several winners has
 * one of these for each, best first, all of the same instant.
 *
 * @param amount what the winner pays in all
 * @param bids how many bids were accepted
 * @param closedAt the instant of the close, in microseconds since 1970: never after what showed it
 * @param share which winner this is, and what they have of a divided lot; unwritten where the only one has the lot whole
 */
public record LotAwarded(
        int lot,
        @JsonView(Faces.Private.class) int winner,
        int paddle,
        Money amount,
        int bids,
        long closedAt,

        @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = Share.UnlessWhole.class)
        Share share)
        implements LotEvent {
    public LotAwarded {
        share = share == null ? Share.WHOLE : share;
    }

    /** The only winner of a lot that is not divided. */
    public LotAwarded(int lot, int winner, int paddle, Money amount, int bids, long closedAt) {
        this(lot, winner, paddle, amount, bids, closedAt, Share.WHOLE);
    }

    @Override
    public int owner() {
        return winner;
    }
}
