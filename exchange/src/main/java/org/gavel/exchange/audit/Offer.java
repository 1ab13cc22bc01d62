package org.gavel.exchange.audit;

import org.gavel.protocol.value.Channel;
import org.gavel.protocol.value.Money;

/**
 * Something a bidder offered on a lot and the market took.
 *
 * @param kind what it was, such as {@code BID}
 * @param sequence of the record that caused it; of a bid by maximum that is the rival's
 * @param at the record's time, microseconds since 1970
 * @param receivedAt when the gateway had it, 0 where no gateway did
 * @param number its number on the lot, 0 where such offers have none
 * @param amount what was offered, per unit where units are; zero where it is still hidden
 * @param minimum the lowest bid that was accepted after it; zero where there is no such thing
 * @param stands false once it was undone
 */
public record Offer(
        Kind kind,
        long sequence,
        long at,
        long receivedAt,
        int number,
        int paddle,
        int participant,
        Money amount,
        long units,
        Money minimum,
        Channel channel,
        boolean stands) {
    /** What was offered. */
    public enum Kind {
        /** 应价: a price, open to all. */
        BID,
        /** A bid that an earlier maximum beat at once. */
        BEATEN,
        /** A sealed envelope was handed in. */
        ENVELOPE,
        /** An envelope was opened. */
        OPENED,
        /** A maximum was left with the venue. */
        MAXIMUM,
        /** A maximum was opened at the hammer. */
        MAXIMUM_OPENED,
        /** An offer for units was handed in. */
        UNITS,
        /** An offer for units was opened. */
        UNITS_OPENED,
        /** Staying in at a level. */
        LEVEL,
        /** A technical proposal. */
        PROPOSAL
    }

    Offer undone() {
        return new Offer(
                kind, sequence, at, receivedAt, number, paddle, participant, amount, units, minimum, channel, false);
    }

    /** Whether it names a price. */
    public boolean isPriced() {
        return amount.fen() > 0;
    }
}
