package org.gavel.protocol.codec.json;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.gavel.protocol.command.AnnounceLot;

/** The salt of an announced lot's paddles as the journal holds it: sealed, as the list behind it is no secret there. */
final class SealedPaddleSalt {
    private static final String RULE = "admission";
    private static final String FIELD = "paddleSalt";
    private static final String SEALED = "sealed";

    private SealedPaddleSalt() {}

    static void seal(AnnounceLot announced, ObjectNode tree, Sealer sealer) {
        if (announced.admission().paddlesFixed() && tree.get(RULE) instanceof ObjectNode rule) {
            ObjectNode sealed = JsonNodeFactory.instance.objectNode();
            rule.set(FIELD, sealed.put(SEALED, sealer.seal(announced.admission().paddleSalt())));
        }
    }

    /** Puts the readable salt back; one that is not sealed stays as it is. */
    static void open(ObjectNode tree, Sealer sealer) {
        if (tree.get(RULE) instanceof ObjectNode rule
                && rule.get(FIELD) instanceof ObjectNode sealed
                && sealed.path(SEALED).isTextual()) {
            rule.put(FIELD, sealer.open(sealed.get(SEALED).textValue()));
        }
    }
}
