package org.gavel.loadtest.venue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.gavel.loadtest.link.Wire;
import org.gavel.protocol.reject.RejectReason;

/** What stands behind a scripted venue; called on its event loop. */
public interface Market {
    /** The engine's decision. */
    record Decision(RejectReason reason, long detail) {
        public static final Decision ACCEPTED = new Decision(RejectReason.NONE, 0);

        public static Decision no(RejectReason reason, long detail) {
            return new Decision(reason, detail);
        }
    }

    /** Takes everything. */
    Market YES = new Market() {
        @Override
        public Decision apply(int participant, ObjectNode command) {
            return Decision.ACCEPTED;
        }

        @Override
        public ObjectNode snapshot(String channel, int participant) {
            return Wire.object().put("of", channel);
        }
    };

    Decision apply(int participant, ObjectNode command);

    ObjectNode snapshot(String channel, int participant);

    /** The node was killed. */
    default void down() {}

    /** The node is back. */
    default void up() {}
}
