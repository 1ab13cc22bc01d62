package org.gavel.protocol.command;

import org.gavel.protocol.reject.Require;

/**
 * A bidder asks to take a bid back. A bid binds (Auction Law art. 36), and the question is refused and on record; in
 * rounds with turns the bid of the running turn, which nobody knows of yet, is taken back.
 */
public record WithdrawBid(int lot) implements Command, AboutLot {
    public WithdrawBid {
        Require.id(lot, "lot");
    }
}
