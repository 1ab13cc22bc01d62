package org.gavel.ops.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import org.gavel.protocol.codec.json.JsonCodec;
import org.gavel.protocol.reject.InvalidValue;

/** The reply to a command, kept by whoever sent it: what became of it, its sequence and its time. */
final class Receipt {
    private Receipt() {}

    /** The part of a kept reply that names {@code seq} and {@code at}: its {@code r} or {@code e}, or all of it. */
    static JsonNode read(Path file) throws IOException {
        try {
            ObjectNode reply = JsonCodec.parse(NamedText.of(file).strip());
            for (JsonNode part : new JsonNode[] {reply.path("r"), reply.path("e"), reply}) {
                if (part.path("seq").asLong() > 0) {
                    return part;
                }
            }
        } catch (InvalidValue e) {
            throw new IOException(file + " is no receipt: " + e.getMessage(), e);
        }
        throw new IOException(file + " is no receipt: it names no seq");
    }
}
