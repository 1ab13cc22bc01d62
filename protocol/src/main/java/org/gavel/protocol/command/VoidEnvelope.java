package org.gavel.protocol.command;

import org.gavel.protocol.reject.Require;
import org.gavel.protocol.value.EnvelopeFault;

/**
 * Puts on record that the keyholders cannot open an envelope through its bidder's fault (电子招标投标办法 art. 31). It
 * needs a second person; the bidder may still open the envelope themself until the stage closes.
 *
 * @param bidder whose envelope it is
 */
public record VoidEnvelope(int lot, int bidder, EnvelopeFault fault, String reason)
        implements Command, AboutLot, TwoPersonAct {
    public VoidEnvelope {
        Require.id(lot, "lot");
        Require.id(bidder, "bidder");
        fault = Require.present(fault, "fault");
        reason = Require.reason(reason);
    }
}
