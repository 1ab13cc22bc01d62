package org.gavel.protocol.codec.json;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.gavel.protocol.command.AnnounceLot;
import org.gavel.protocol.reject.InvalidValue;
import org.gavel.protocol.reject.RejectReason;

/** The hidden reserve of an announced lot as the journal holds it: its commitment in clear, the rest sealed. */
final class SealedReserve {
    private SealedReserve() {}

    static void seal(AnnounceLot announced, ObjectNode tree, Sealer sealer) {
        if (!announced.reserve().hidden()) {
            return;
        }
        ObjectNode reserve = JsonNodeFactory.instance.objectNode();
        reserve.put("commitment", announced.reserve().commitment(announced.lot()));
        reserve.put("hidden", true);
        String plain =
                announced.reserve().amount().fen() + ":" + announced.reserve().salt();
        reserve.put("sealed", sealer.seal(plain));
        tree.set("reserve", reserve);
    }

    /**
     * Puts the readable reserve back in place of the sealed one and returns the commitment it must fit; empty where
     * nothing is sealed.
     */
    static String open(ObjectNode tree, Sealer sealer) {
        if (!(tree.get("reserve") instanceof ObjectNode reserve) || !reserve.has("sealed")) {
            return "";
        }
        checkForm(reserve);
        String[] plain = sealer.open(reserve.get("sealed").textValue()).split(":", 2);
        ObjectNode opened = JsonNodeFactory.instance.objectNode();
        opened.put("amount", plain[0]);
        opened.put("hidden", true);
        opened.put("salt", plain.length > 1 ? plain[1] : "");
        tree.set("reserve", opened);
        return reserve.get("commitment").textValue();
    }

    private static void checkForm(ObjectNode reserve) {
        boolean sealed = reserve.size() == 3
                && reserve.path("commitment").isTextual()
                && !reserve.path("commitment").textValue().isEmpty()
                && reserve.path("sealed").isTextual()
                && reserve.path("hidden").booleanValue();
        if (!sealed) {
            throw new InvalidValue(RejectReason.BAD_FIELD, "reserve", "must hold commitment, hidden and sealed");
        }
    }

    static void check(AnnounceLot announced, String commitment) {
        boolean fits =
                commitment.isEmpty() || commitment.equals(announced.reserve().commitment(announced.lot()));
        if (!fits) {
            throw new InvalidValue(RejectReason.BAD_FIELD, "reserve", "does not fit its commitment");
        }
    }
}
