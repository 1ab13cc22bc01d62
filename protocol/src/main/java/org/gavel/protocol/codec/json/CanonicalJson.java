package org.gavel.protocol.codec.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import org.gavel.protocol.reject.InvalidValue;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.reject.Require;

/**
 * The one byte form of a message (RFC 8785, JSON Canonicalization Scheme), for what Gavel writes: keys sorted by
 * UTF-16 units, no white space, whole numbers only.
 */
public final class CanonicalJson {
    private CanonicalJson() {}

    public static String write(JsonNode node) {
        StringBuilder out = new StringBuilder(1024);
        append(node, out);
        return out.toString();
    }

    /** SHA-256 over the UTF-8 of the canonical form, as lower-case hex. */
    public static String hash(JsonNode node) {
        try {
            byte[] text = write(node).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static void append(JsonNode node, StringBuilder out) {
        switch (node.getNodeType()) {
            case OBJECT -> appendObject(node, out);
            case ARRAY -> appendArray(node, out);
            case STRING -> appendString(node.textValue(), out);
            case NUMBER -> out.append(wholeNumber(node));
            case BOOLEAN -> out.append(node.booleanValue());
            case NULL -> out.append("null");
            default -> throw new IllegalArgumentException("no canonical form: " + node.getNodeType());
        }
    }

    private static void appendObject(JsonNode node, StringBuilder out) {
        List<String> sorted = new ArrayList<>(node.size());
        node.fieldNames().forEachRemaining(sorted::add);
        sorted.sort(Comparator.naturalOrder());
        char separator = '{';
        for (String name : sorted) {
            out.append(separator);
            appendString(name, out);
            out.append(':');
            append(node.get(name), out);
            separator = ',';
        }
        out.append(sorted.isEmpty() ? "{}" : "}");
    }

    private static void appendArray(JsonNode node, StringBuilder out) {
        out.append('[');
        for (Iterator<JsonNode> elements = node.elements(); elements.hasNext(); ) {
            append(elements.next(), out);
            out.append(elements.hasNext() ? "," : "");
        }
        out.append(']');
    }

    private static long wholeNumber(JsonNode node) {
        boolean exact = node.isIntegralNumber() && node.canConvertToLong();
        if (!exact || node.longValue() > Require.MAX_NUMBER || node.longValue() < -Require.MAX_NUMBER) {
            throw new InvalidValue(RejectReason.BAD_FIELD, "", "Numbers are whole, at most 2^53 - 1");
        }
        return node.longValue();
    }

    private static void appendString(String text, StringBuilder out) {
        if (!Require.isWellFormed(text)) {
            throw new InvalidValue(RejectReason.BAD_FIELD, "", "Text holds no half characters (lone surrogates)");
        }
        out.append('"');
        if (isPlain(text)) {
            out.append(text);
        } else {
            for (int i = 0; i < text.length(); i++) {
                appendChar(text.charAt(i), out);
            }
        }
        out.append('"');
    }

    /** Whether it stands in the text as it is, as nearly all do. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x20 || c == '"' || c == '\\') {
                return false;
            }
        }
        return true;
    }

    private static void appendChar(char c, StringBuilder out) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\b' -> out.append("\\b");
            case '\f' -> out.append("\\f");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> {
                if (c < 0x20) {
                    out.append("\\u00").append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 15, 16));
                } else {
                    out.append(c);
                }
            }
        }
    }
}
