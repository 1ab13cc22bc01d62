package org.gavel.exchange.settlement;

import org.gavel.exchange.registry.Place;

/**
 * A settled trade of units.
 *
 * @param trade counts the trades of the book from 1
 * @param price fen a unit
 * @param amount fen, price times quantity
 * @param place of the event that made it
 */
public record UnitTrade(
        int book,
        long trade,
        String asset,
        long price,
        long quantity,
        long amount,
        int buyer,
        int seller,
        long buyOrder,
        long sellOrder,
        Place place) {}
