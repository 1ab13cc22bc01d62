package org.gavel.exchange.transparency;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.gavel.protocol.codec.json.CanonicalJson;
import org.gavel.protocol.codec.json.JsonCodec;
import org.gavel.protocol.proof.ConsistencyProof;
import org.gavel.protocol.proof.InclusionProof;
import org.gavel.protocol.proof.InvalidProof;
import org.gavel.protocol.proof.LogEntry;
import org.gavel.protocol.proof.Opening;
import org.gavel.protocol.proof.SignedNote;
import org.gavel.protocol.proof.TreeHash;

/**
 * Everything that proves one record, in one JSON text ({@code docs/proofs.md}). It says what is claimed; {@link ProofCheck}
 * says whether it holds.
 *
 * @param checkpoint the signed head the path leads to
 * @param origin who asked; absent where the proof keeps it sealed
 * @param command what was asked; absent where the proof keeps it sealed
 * @param changes of the log's keys
 * @param earlier an earlier head that this one goes on from, where that was asked for
 */
public record ProofFile(
        LogEntry entry,
        InclusionProof inclusion,
        SignedNote checkpoint,
        Optional<Opening> origin,
        Optional<Opening> command,
        List<SignedNote> changes,
        Optional<Earlier> earlier) {
    /** What the text names itself. */
    public static final String FORMAT = "gavel.proof.v1";

    private static final String HASH = "hash";

    private static final Set<String> FIELDS = Set.of(
            "format",
            "entry",
            "index",
            "size",
            "path",
            "checkpoint",
            "origin",
            "command",
            "keyChanges",
            "earlier",
            HASH);

    public ProofFile {
        changes = List.copyOf(changes);
    }

    /** A head before: its root, and that the later tree goes on from it. */
    public record Earlier(TreeHash root, ConsistencyProof proof) {}

    /**
     * The one text of it, without a newline. Its {@code hash} is over all the rest: against accidents, for a forger can
     * make a new one; what is proven stands on the signatures alone.
     */
    public String write() {
        ObjectNode tree = JsonCodec.parse("{}");
        tree.put("format", FORMAT)
                .put("entry", base64(entry.toByteArray()))
                .put("index", inclusion.index())
                .put("size", inclusion.size())
                .put("checkpoint", checkpoint.write());
        putHashes(tree.putArray("path"), inclusion.path());
        origin.ifPresent(opening -> put(tree.putObject("origin"), opening));
        command.ifPresent(opening -> put(tree.putObject("command"), opening));
        if (!changes.isEmpty()) {
            ArrayNode notes = tree.putArray("keyChanges");
            changes.forEach(note -> notes.add(note.write()));
        }
        earlier.ifPresent(before -> {
            ObjectNode node = tree.putObject("earlier");
            node.put("size", before.proof().first()).put("root", before.root().base64());
            putHashes(node.putArray("path"), before.proof().path());
        });
        return CanonicalJson.write(tree.put(HASH, CanonicalJson.hash(tree)));
    }

    private static void put(ObjectNode node, Opening opening) {
        node.put("bytes", base64(opening.bytes())).put("salt", base64(opening.salt()));
    }

    private static void putHashes(ArrayNode array, List<TreeHash> hashes) {
        hashes.forEach(hash -> array.add(hash.base64()));
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /**
     * Reads a text; a newline may end it.
     *
     * @throws InvalidProof where it is anything but what {@link #write} writes
     */
    public static ProofFile parse(String text) {
        String line = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
        ProofFile proof;
        try {
            proof = of(JsonCodec.parse(line));
        } catch (IllegalArgumentException e) {
            throw new InvalidProof("is no proof: " + e.getMessage(), e);
        }
        if (!proof.write().equals(line)) {
            throw new InvalidProof("is not written in the one way a proof can be; it was changed");
        }
        return proof;
    }

    private static ProofFile of(ObjectNode tree) {
        if (!FORMAT.equals(tree.path("format").textValue())) {
            throw new InvalidProof("is no proof: format is not " + FORMAT);
        }
        Set<String> unknown = new TreeSet<>();
        tree.fieldNames().forEachRemaining(unknown::add);
        unknown.removeAll(FIELDS);
        if (!unknown.isEmpty()) {
            throw new InvalidProof(
                    "is no proof: the field " + unknown.iterator().next() + " is unknown");
        }
        long size = number(tree, "size");
        return new ProofFile(
                LogEntry.of(bytes(tree, "entry")),
                new InclusionProof(number(tree, "index"), size, hashes(tree)),
                SignedNote.parse(text(tree, "checkpoint")),
                opening(tree, "origin"),
                opening(tree, "command"),
                notes(tree.path("keyChanges")),
                earlier(tree.path("earlier"), size));
    }

    private static Optional<Opening> opening(ObjectNode tree, String field) {
        return tree.has(field)
                ? Optional.of(new Opening(bytes(tree.get(field), "salt"), bytes(tree.get(field), "bytes")))
                : Optional.empty();
    }

    private static Optional<Earlier> earlier(JsonNode node, long size) {
        return node.isMissingNode()
                ? Optional.empty()
                : Optional.of(new Earlier(
                        TreeHash.ofBase64(text(node, "root")),
                        new ConsistencyProof(number(node, "size"), size, hashes(node))));
    }

    private static List<SignedNote> notes(JsonNode array) {
        List<SignedNote> notes = new ArrayList<>();
        array.forEach(note -> notes.add(SignedNote.parse(note.asText())));
        return notes;
    }

    private static List<TreeHash> hashes(JsonNode node) {
        List<TreeHash> hashes = new ArrayList<>();
        node.path("path").forEach(hash -> hashes.add(TreeHash.ofBase64(hash.asText())));
        return hashes;
    }

    private static byte[] bytes(JsonNode node, String field) {
        return Base64.getDecoder().decode(text(node, field));
    }

    private static String text(JsonNode node, String field) {
        if (!node.path(field).isTextual()) {
            throw new InvalidProof("is no proof: the field " + field + " is missing or no text");
        }
        return node.get(field).textValue();
    }

    private static long number(JsonNode node, String field) {
        if (!node.path(field).isIntegralNumber() || !node.get(field).canConvertToLong()) {
            throw new InvalidProof("is no proof: the field " + field + " is missing or no whole number");
        }
        return node.get(field).longValue();
    }
}
