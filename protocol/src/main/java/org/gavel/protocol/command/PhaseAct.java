package org.gavel.protocol.command;

/** What a bidder can do in a phase of a lot beside placing a bid; which phases take it is their mechanism's rule. */
public interface PhaseAct extends AboutLot {
    /** Whose act it is; 0 means the actor themself. */
    int bidder();
}
