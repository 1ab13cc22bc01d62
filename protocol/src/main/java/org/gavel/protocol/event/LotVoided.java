package org.gavel.protocol.event;

import com.fasterxml.jackson.annotation.JsonView;
import org.gavel.protocol.value.Money;

/**
 * 撤销: the sale of the lot is void, nothing is sold, every deposit still held for it is released.
 *
 * @param winner who had been awarded the lot, or 0
 * @param paddle the paddle of who had been awarded it, or 0
 * @param amount the price of the award that is void, or zero
 */
public record LotVoided(
        int lot, @JsonView(Faces.Private.class) int winner, int paddle, Money amount, String reason)
        implements LotEvent {
    @Override
    public int owner() {
        return winner;
    }
}
