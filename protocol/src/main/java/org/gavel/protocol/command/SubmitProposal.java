package org.gavel.protocol.command;

import org.gavel.protocol.reject.Require;

/**
 * A bidder's technical proposal (技术方案) is with the venue: the first of two envelopes. It replaces the bidder's earlier
 * one.
 *
 * @param bidder whose it is; 0 means the actor themself
 * @param file SHA-256 of the sealed file, 64 lower-case hex digits
 */
public record SubmitProposal(int lot, int bidder, String file) implements Command, PhaseAct {
    public SubmitProposal {
        Require.id(lot, "lot");
        Require.between(bidder, 0, Integer.MAX_VALUE, "bidder");
        file = Require.sha256(file, "file");
    }
}
