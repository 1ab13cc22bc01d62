package org.gavel.protocol.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * A text with the signatures of one or more parties (C2SP signed-note): the text, an empty line, and a line for each
 * signature. Signatures of unknown keys are kept and prove nothing, so that keys can change and witnesses can join.
 *
 * @param text ends with a newline
 */
public record SignedNote(String text, List<NoteSignature> signatures) {
    private static final String MARK = "— ";
    private static final int MOST_SIGNATURES = 100;

    public SignedNote {
        if (!text.endsWith("\n")) {
            throw new InvalidProof("a note's text ends with a newline");
        }
        signatures = List.copyOf(signatures);
    }

    /** One party's signature: what its line says. */
    public record NoteSignature(String name, String base64) {}

    /** The text signed by one party. */
    public static SignedNote sign(String text, NoteSigner signer) {
        return new SignedNote(text, List.of()).and(signer);
    }

    /** The same note with one more signature. */
    public SignedNote and(NoteSigner signer) {
        byte[] id = signer.verifier().id();
        byte[] signature = signer.sign(text);
        byte[] both = Arrays.copyOf(id, id.length + signature.length);
        System.arraycopy(signature, 0, both, id.length, signature.length);
        List<NoteSignature> all = new ArrayList<>(signatures);
        all.add(new NoteSignature(signer.verifier().name(), Base64.getEncoder().encodeToString(both)));
        return new SignedNote(text, all);
    }

    /**
     * Reads a note.
     *
     * @throws InvalidProof where it is none
     */
    public static SignedNote parse(String note) {
        int end = note.lastIndexOf("\n\n");
        if (end < 0 || !note.endsWith("\n")) {
            throw new InvalidProof("a signed note has a text, an empty line and its signatures");
        }
        List<NoteSignature> signatures = note.substring(end + 2)
                .lines()
                .limit(MOST_SIGNATURES + 1L)
                .map(SignedNote::signature)
                .toList();
        if (signatures.isEmpty() || signatures.size() > MOST_SIGNATURES) {
            throw new InvalidProof("a note has 1 to " + MOST_SIGNATURES + " signatures");
        }
        return new SignedNote(note.substring(0, end + 1), signatures);
    }

    private static NoteSignature signature(String line) {
        String[] parts = line.split(" ", -1);
        if (parts.length != 3 || !line.startsWith(MARK)) {
            throw new InvalidProof("a signature is written as — name base64");
        }
        byte[] bytes = Base64Text.decode(parts[2]);
        if (bytes.length <= NoteVerifier.ID_BYTES) {
            throw new InvalidProof("a signature begins with the id of its key");
        }
        return new NoteSignature(KeyName.check(parts[1]), parts[2]);
    }

    /** Whether this party has signed it. */
    public boolean isSignedBy(NoteVerifier verifier) {
        return signatures.stream()
                .filter(signature -> signature.name().equals(verifier.name()))
                .map(signature -> Base64Text.decode(signature.base64()))
                .flatMap(bytes -> own(bytes, verifier).stream())
                .anyMatch(signature -> verifier.verifies(text, signature));
    }

    /** The signature alone, where it is of the verifier's key. */
    private static Optional<byte[]> own(byte[] bytes, NoteVerifier verifier) {
        byte[] id = Arrays.copyOf(bytes, NoteVerifier.ID_BYTES);
        boolean isOwn = Arrays.equals(id, verifier.id())
                && bytes.length == NoteVerifier.ID_BYTES + NoteVerifier.SIGNATURE_BYTES;
        return isOwn ? Optional.of(Arrays.copyOfRange(bytes, NoteVerifier.ID_BYTES, bytes.length)) : Optional.empty();
    }

    /** The whole note as it is written. */
    public String write() {
        StringBuilder note = new StringBuilder(text).append('\n');
        for (NoteSignature signature : signatures) {
            note.append(MARK)
                    .append(signature.name())
                    .append(' ')
                    .append(signature.base64())
                    .append('\n');
        }
        return note.toString();
    }
}
