package org.gavel.loadtest.scenario;

import org.gavel.protocol.command.Command;
import org.gavel.protocol.command.HoldDeposit;
import org.gavel.protocol.command.PlaceBid;
import org.gavel.protocol.value.Money;

/**
 * What a bidder has decided to do.
 *
 * @param fen the bid, 0 for a deposit
 * @param mistake true: it breaks a rule on purpose
 */
record Intent(Command command, long fen, boolean mistake) {
    static Intent hold(int lot) {
        return new Intent(new HoldDeposit(lot, 0), 0, false);
    }

    static Intent bid(int lot, long fen, boolean mistake) {
        return new Intent(new PlaceBid(lot, 0, new Money(fen)), fen, mistake);
    }

    boolean isBid() {
        return command instanceof PlaceBid;
    }

    String op() {
        return command.getClass().getSimpleName();
    }
}
