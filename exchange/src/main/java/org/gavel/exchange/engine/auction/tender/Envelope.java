package org.gavel.exchange.engine.auction.tender;

import org.gavel.exchange.engine.state.StateWriter;

/** One bidder's sealed bid in one round: the last one sent counts. */
final class Envelope {
    private final int bidder;
    private final int paddle;
    private String commitment = "";
    private int number;
    private int sent;
    private boolean opened;
    private boolean valid;
    private boolean voided;
    private long amount;

    Envelope(int bidder, int paddle) {
        this.bidder = bidder;
        this.paddle = paddle;
    }

    int bidder() {
        return bidder;
    }

    int paddle() {
        return paddle;
    }

    String commitment() {
        return commitment;
    }

    /** How many the bidder has sent in this round. */
    int sent() {
        return sent;
    }

    boolean isOpened() {
        return opened;
    }

    /** Fen, once opened. */
    long amount() {
        return amount;
    }

    /** Opened, and high enough. */
    boolean isValid() {
        return valid;
    }

    /** The keyholders cannot open it, and that is its bidder's fault. */
    boolean isVoid() {
        return voided;
    }

    void becomeVoid() {
        voided = true;
    }

    /** Takes the place of what was sent before, also in the order. */
    void send(String newCommitment, int newNumber) {
        commitment = newCommitment;
        number = newNumber;
        sent++;
    }

    void open(long revealed, boolean counts) {
        opened = true;
        amount = revealed;
        valid = counts;
    }

    /** Counts the envelopes of the phase; of equal amounts the lower number is the better. */
    int number() {
        return number;
    }

    /** Of two valid ones: the higher amount, of equal ones the earlier. */
    boolean isBetterThan(Envelope other) {
        return amount != other.amount ? amount > other.amount : number < other.number;
    }

    /** Where it is not void, exactly what was written before one could be. */
    void writeTo(StateWriter out) {
        out.put(bidder).put(paddle).put(commitment).put(number).put(sent);
        out.put(opened).put(valid).put(amount);
        if (voided) {
            out.put("void");
        }
    }
}
