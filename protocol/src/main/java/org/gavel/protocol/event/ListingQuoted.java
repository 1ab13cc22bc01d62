package org.gavel.protocol.event;

import com.fasterxml.jackson.annotation.JsonView;
import org.gavel.protocol.value.Money;

/**
 * A quote is taken in a listing (动态报价).
 *
 * @param number which quote of the listing it is, from 1
 * @param bestPaddle who leads after it
 * @param best the highest quote
 * @param closesAt when the disclosure ends now, in microseconds since 1970
 */
public record ListingQuoted(
        int listing,
        int lot,
        @JsonView(Faces.Private.class) int participant,
        int paddle,
        Money amount,
        int number,
        int bestPaddle,
        Money best,
        long closesAt)
        implements LotEvent {
    @Override
    public int owner() {
        return participant;
    }
}
