package org.gavel.protocol.codec.json;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A bidder's maximum as the journal holds it: sealed. */
final class SealedMaximum {
    private static final String FIELD = "maximum";
    private static final String SEALED = "sealed";

    private SealedMaximum() {}

    static void seal(ObjectNode tree, Sealer sealer) {
        ObjectNode sealed = JsonNodeFactory.instance.objectNode();
        tree.set(FIELD, sealed.put(SEALED, sealer.seal(tree.get(FIELD).textValue())));
    }

    /** Puts the readable maximum back; one that is not sealed stays as it is. */
    static void open(ObjectNode tree, Sealer sealer) {
        if (tree.get(FIELD) instanceof ObjectNode sealed && sealed.path(SEALED).isTextual()) {
            tree.put(FIELD, sealer.open(sealed.get(SEALED).textValue()));
        }
    }
}
