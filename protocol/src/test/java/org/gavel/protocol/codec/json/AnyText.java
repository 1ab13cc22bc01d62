package org.gavel.protocol.codec.json;

import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import org.gavel.protocol.codec.Allocation;
import org.gavel.protocol.reject.InvalidValue;

/** What must hold for any text: a command, an event, or an invalid value with a sentence. */
final class AnyText {
    private AnyText() {}

    static void isRead(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        Allocation.isBounded(
                bytes.length,
                () -> attempt(() -> {
                    ObjectNode fields = JsonCodec.parse(text);
                    attempt(() -> JsonCodec.command(fields, Sealer.NONE));
                    attempt(() -> JsonCodec.event(fields));
                    attempt(() -> CanonicalJson.write(fields));
                }));
    }

    private static void attempt(Runnable reader) {
        try {
            reader.run();
        } catch (InvalidValue e) {
            assertFalse(e.sentence().isBlank());
        }
    }
}
