package org.gavel.protocol.command;

import org.gavel.protocol.reject.Require;

/** A bidder asks to take a bid back; always refused (Auction Law art. 36), and on record. */
public record WithdrawBid(int lot) implements Command, AboutLot {
    public WithdrawBid {
        Require.id(lot, "lot");
    }
}
