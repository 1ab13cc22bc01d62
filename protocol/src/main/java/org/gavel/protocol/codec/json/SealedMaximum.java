package org.gavel.protocol.codec.json;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.gavel.protocol.value.Money;

/** A bidder's maximum, and the salt of its commitment, as the journal holds them: sealed. */
final class SealedMaximum {
    private static final String FIELD = "maximum";
    private static final String SALT = "salt";
    private static final String SEALED = "sealed";
    private static final int DIGITS = Long.toString(Money.MAX_FEN).length();

    private SealedMaximum() {}

    /** Every maximum is sealed at the same length: a cipher hides the digits, not how many there are. */
    static void seal(ObjectNode tree, Sealer sealer) {
        put(tree, FIELD, sealer.seal(padded(tree.get(FIELD).textValue())));
        if (tree.has(SALT)) {
            put(tree, SALT, sealer.seal(tree.get(SALT).textValue()));
        }
    }

    private static void put(ObjectNode tree, String field, String sealed) {
        tree.set(field, JsonNodeFactory.instance.objectNode().put(SEALED, sealed));
    }

    private static String padded(String digits) {
        return "0".repeat(DIGITS - digits.length()) + digits;
    }

    /** Puts the readable values back; what is not sealed stays as it is. */
    static void open(ObjectNode tree, Sealer sealer) {
        open(tree, FIELD, sealer);
        open(tree, SALT, sealer);
    }

    private static void open(ObjectNode tree, String field, Sealer sealer) {
        if (tree.get(field) instanceof ObjectNode sealed && sealed.path(SEALED).isTextual()) {
            tree.put(field, sealer.open(sealed.get(SEALED).textValue()));
        }
    }
}
