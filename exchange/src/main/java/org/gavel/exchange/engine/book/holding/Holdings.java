package org.gavel.exchange.engine.book.holding;

/**
 * Where units and money behind orders are held. A position is one participant's part in one instrument; its number is
 * small, never changes and stands for the participant's money as well. The book asks what is free before it holds,
 * so nothing here refuses. Amounts are fen, quantities units.
 */
public interface Holdings {
    /** No such position. */
    int NONE = -1;

    /** The position of a participant in an instrument, or {@link #NONE} for a participant nobody registered. */
    int position(int instrument, int participant);

    /** What is free: the participant's money, or the units of the position. */
    long free(int position, boolean money);

    /** So many orders more rest for a position, or fewer where negative. */
    void rest(int position, int more);

    /** Holds money or units; releases them where the amount is negative. */
    void hold(int position, boolean money, long amount);

    /**
     * Hands over what was held: units to the buyer, {@code price} fen a unit to the seller. The buyer had
     * {@code heldPrice} held for each; the difference is free again.
     */
    void settle(int buyer, int seller, long quantity, long price, long heldPrice);
}
