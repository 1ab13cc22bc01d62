package org.gavel.exchange.engine.lot;

import java.util.List;
import org.gavel.exchange.engine.EventSink;
import org.gavel.protocol.event.PaddlesFixed;
import org.gavel.protocol.event.PaddlesOpened;
import org.gavel.protocol.value.PaddleCommitment;

/** Who has which paddle, where that is fixed: committed to when the lot opens, told when it has ended. */
final class FixedPaddles {
    private FixedPaddles() {}

    /** Before the first bid everybody has a commitment to who has which paddle. */
    static void commit(Lot lot, EventSink out) {
        if (lot.arePaddlesFixed()) {
            List<Integer> order = lot.entrants().inOrder();
            String commitment = PaddleCommitment.of(lot.number(), salt(lot), order);
            out.emit(new PaddlesFixed(lot.number(), order.size(), commitment));
        }
    }

    /** The lot has ended, and the commitment can be checked. */
    static void open(Lot lot, EventSink out) {
        if (lot.arePaddlesFixed()) {
            out.emit(new PaddlesOpened(lot.number(), salt(lot), lot.entrants().inOrder()));
        }
    }

    private static String salt(Lot lot) {
        return lot.terms().admission().paddleSalt();
    }
}
