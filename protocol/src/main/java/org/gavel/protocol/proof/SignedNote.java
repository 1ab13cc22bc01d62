package org.gavel.protocol.proof;

import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

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
        return and(signer, 0);
    }

    /**
     * The same note with one more signature.
     *
     * @param seconds when a witness cosigns it, since 1970; without meaning for others
     */
    public SignedNote and(NoteSigner signer, long seconds) {
        byte[] id = signer.verifier().id();
        byte[] signature = signer.sign(text, seconds);
        byte[] both = Arrays.copyOf(id, id.length + signature.length);
        System.arraycopy(signature, 0, both, id.length, signature.length);
        String base64 = Base64.getEncoder().encodeToString(both);
        return with(List.of(new NoteSignature(signer.verifier().name(), base64)));
    }

    /** The same note with these signatures too, as far as it has not got them. */
    public SignedNote with(List<NoteSignature> more) {
        Set<NoteSignature> all = new LinkedHashSet<>(signatures);
        all.addAll(more);
        return new SignedNote(text, List.copyOf(all));
    }

    /** Those of its signatures that are of this key and hold. */
    public List<NoteSignature> signaturesOf(NoteVerifier verifier) {
        return signatures.stream()
                .filter(signature -> own(signature, verifier)
                        .filter(bytes -> verifier.verifies(text, bytes))
                        .isPresent())
                .toList();
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

    /** Whether this party has signed it, and nothing that claims to be its signature is false. */
    public boolean isSignedBy(NoteVerifier verifier) {
        List<byte[]> claimed = signatures.stream()
                .flatMap(signature -> own(signature, verifier).stream())
                .toList();
        return !claimed.isEmpty() && claimed.stream().allMatch(bytes -> verifier.verifies(text, bytes));
    }

    /** Whether a signature claims to be of this key, true or false. */
    boolean claims(NoteVerifier verifier) {
        return signatures.stream()
                .anyMatch(signature -> own(signature, verifier).isPresent());
    }

    /** When this witness cosigned it last, in seconds since 1970; empty where it has not. */
    public OptionalLong cosignedAt(NoteVerifier witness) {
        boolean isCosigned = witness.kind() == NoteKind.COSIGNATURE && isSignedBy(witness);
        return isCosigned
                ? signatures.stream()
                        .flatMap(signature -> own(signature, witness).stream())
                        .mapToLong(witness.kind()::seconds)
                        .max()
                : OptionalLong.empty();
    }

    /** The signature alone, where it claims to be of the verifier's key. */
    private static Optional<byte[]> own(NoteSignature signature, NoteVerifier verifier) {
        if (!signature.name().equals(verifier.name())) {
            return Optional.empty();
        }
        byte[] bytes = Base64Text.decode(signature.base64());
        byte[] id = Arrays.copyOf(bytes, NoteVerifier.ID_BYTES);
        return Arrays.equals(id, verifier.id())
                ? Optional.of(Arrays.copyOfRange(bytes, NoteVerifier.ID_BYTES, bytes.length))
                : Optional.empty();
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
