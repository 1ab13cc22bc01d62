package org.gavel.exchange.audit;

import com.fasterxml.jackson.databind.JsonNode;
import org.gavel.protocol.codec.sbe.CommandDecoder;

/** Which journaled commands hold something sealed. */
final class Sealed {
    static final String FIELD = "sealed";

    private Sealed() {}

    static boolean isIn(CommandDecoder record) {
        return !record.isBid() && isIn(record.resting());
    }

    static boolean isIn(JsonNode node) {
        return node.path(FIELD).isTextual() || node.valueStream().anyMatch(Sealed::isIn);
    }
}
