package org.gavel.ops.event.terms;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.gavel.ops.yaml.ScalarTypes;
import org.gavel.protocol.codec.json.JsonCodec;
import org.gavel.protocol.reject.InvalidValue;
import org.gavel.protocol.value.EnvelopeKey;

/** Reads {@code envelopeKey}: the name of a file that {@code gavel envelope-key deal} wrote, seen from the event file. */
final class EnvelopeKeyReader {
    private static final String KEY = "envelopeKey";
    private static final long MOST_BYTES = 64 * 1024L;

    private EnvelopeKeyReader() {}

    /** NONE where the phase names no file, or where something is wrong. */
    static EnvelopeKey read(PhaseKeys keys) {
        String name = keys.read(KEY, ScalarTypes.TEXT, "");
        return name.isEmpty() ? EnvelopeKey.NONE : file(keys, name).orElse(EnvelopeKey.NONE);
    }

    private static Optional<EnvelopeKey> file(PhaseKeys keys, String name) {
        try {
            Path path = keys.file(name);
            if (!Files.isRegularFile(path) || Files.size(path) > MOST_BYTES) {
                return wrong(keys, name, "is not there, or no such file");
            }
            EnvelopeKey key = JsonCodec.read(JsonCodec.parse(Files.readString(path)), EnvelopeKey.class);
            return key.equals(EnvelopeKey.NONE) ? wrong(keys, name, "holds no key") : Optional.of(key);
        } catch (InvalidValue refused) {
            return wrong(keys, name, "is none: " + refused.getMessage());
        } catch (IOException | InvalidPathException e) {
            return wrong(keys, name, "cannot be read: " + e.getMessage());
        }
    }

    private static Optional<EnvelopeKey> wrong(PhaseKeys keys, String name, String why) {
        keys.error(
                KEY,
                "\"" + name + "\" " + why + "; name the envelope-key.json that gavel envelope-key deal wrote, seen from"
                        + " the event file");
        return Optional.empty();
    }
}
