package org.gavel.protocol.codec.json;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.gavel.protocol.value.Money;

/** A bidder's maximum as the journal holds it: sealed. */
final class SealedMaximum {
    private static final String FIELD = "maximum";
    private static final String SEALED = "sealed";
    private static final int DIGITS = Long.toString(Money.MAX_FEN).length();

    private SealedMaximum() {}

    /** Every maximum is sealed at the same length: a cipher hides the digits, not how many there are. */
    static void seal(ObjectNode tree, Sealer sealer) {
        ObjectNode sealed = JsonNodeFactory.instance.objectNode();
        tree.set(FIELD, sealed.put(SEALED, sealer.seal(padded(tree.get(FIELD).textValue()))));
    }

    private static String padded(String digits) {
        return "0".repeat(DIGITS - digits.length()) + digits;
    }

    /** Puts the readable maximum back; one that is not sealed stays as it is. */
    static void open(ObjectNode tree, Sealer sealer) {
        if (tree.get(FIELD) instanceof ObjectNode sealed && sealed.path(SEALED).isTextual()) {
            tree.put(FIELD, sealer.open(sealed.get(SEALED).textValue()));
        }
    }
}
