package org.gavel.exchange.sealing;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.gavel.protocol.codec.json.CanonicalJson;
import org.gavel.protocol.codec.json.JsonCodec;
import org.gavel.protocol.reject.InvalidValue;

/**
 * One holder's share of an envelope key, as it stands in their file.
 *
 * @param key the id of the envelope key
 * @param index the share's place, from 1
 * @param threshold how many shares it takes
 * @param shares how many there are
 * @param value 64 hex digits; secret
 */
public record KeyShare(String key, String holder, int index, int threshold, int shares, String value) {
    private static final String TYPE = "gavel envelope share 1";
    private static final long MOST_BYTES = 4096;

    /** The share as one line of JSON, with a checksum against slips and damage (not against forgery). */
    public String text() {
        ObjectNode fields = fields();
        fields.put("checksum", checksum(fields));
        return CanonicalJson.write(fields) + "\n";
    }

    private ObjectNode fields() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("type", TYPE)
                .put("key", key)
                .put("holder", holder)
                .put("index", index)
                .put("threshold", threshold)
                .put("shares", shares)
                .put("share", value);
    }

    private static String checksum(ObjectNode fields) {
        try {
            byte[] bytes = CanonicalJson.write(fields).getBytes(StandardCharsets.UTF_8);
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(hash, 0, Long.BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Reads a holder's file; what is no share, or a damaged one, is an {@link IllegalStateException} that says so. */
    public static KeyShare read(Path file) throws IOException {
        String problem = " is not a share of an envelope key; name a file that envelope-key deal wrote";
        if (Files.size(file) > MOST_BYTES) {
            throw new IllegalStateException(file + problem);
        }
        try {
            ObjectNode fields = JsonCodec.parse(Files.readString(file).strip());
            if (!fields.path("type").asText().equals(TYPE)) {
                throw new IllegalStateException(file + problem);
            }
            return checked(fields, file);
        } catch (InvalidValue e) {
            throw new IllegalStateException(file + problem, e);
        }
    }

    private static KeyShare checked(ObjectNode fields, Path file) {
        KeyShare share = new KeyShare(
                fields.path("key").asText(),
                fields.path("holder").asText(),
                fields.path("index").asInt(),
                fields.path("threshold").asInt(),
                fields.path("shares").asInt(),
                fields.path("share").asText());
        boolean whole = fields.path("checksum").asText().equals(checksum(share.fields()))
                && share.index >= 1
                && share.index <= share.shares
                && share.value.matches("[0-9a-f]{64}");
        if (!whole) {
            throw new IllegalStateException(
                    file + " is damaged: its checksum does not fit; ask its holder for the file as it was dealt");
        }
        return share;
    }

    byte[] bytes() {
        return HexFormat.of().parseHex(value);
    }

    /** Who holds it, never what it is. */
    @Override
    public String toString() {
        return "share " + index + " (" + holder + ")";
    }
}
