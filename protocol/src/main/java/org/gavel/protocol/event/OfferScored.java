package org.gavel.protocol.event;

import com.fasterxml.jackson.annotation.JsonView;
import org.gavel.protocol.value.Money;

/**
 * One place in the ranking of offers by score, told best first. Ranks come from the exact scores, never from what is
 * written here.
 *
 * @param rank counted from 1
 * @param quality hundredths of a point, as the panel found
 * @param score ten-thousandths of a point: the exact fraction rounded half up
 */
public record OfferScored(
        int lot, @JsonView(Faces.Private.class) int bidder, int paddle, int rank, Money amount, int quality, long score)
        implements LotEvent {
    @Override
    public int owner() {
        return bidder;
    }
}
