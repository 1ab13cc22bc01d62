package org.gavel.protocol.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Checkpoints and the notes that carry their signatures. */
final class SignedNoteTest {
    private static final TreeHash ROOT = TreeHash.leaf("root".getBytes(StandardCharsets.UTF_8));
    private static final Checkpoint HEAD = new Checkpoint("gavel.example/hall", 42, ROOT);

    private final NoteSigner venue = signer("gavel.example/hall");
    private final NoteSigner witness = signer("notary.example");

    private static NoteSigner signer(String name) {
        try {
            return new NoteSigner(name, KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void isReadAsItIsWritten() {
        SignedNote note = SignedNote.sign(HEAD.text(), venue).and(witness);

        SignedNote read = SignedNote.parse(note.write());

        assertEquals(note, read);
        assertEquals(HEAD, Checkpoint.parse(read.text()));
        assertTrue(read.isSignedBy(venue.verifier()));
        assertTrue(read.isSignedBy(NoteVerifier.parse(witness.verifier().line())));
        assertFalse(read.isSignedBy(signer("gavel.example/hall").verifier()), "another key of the same name");
    }

    /** A note of golang.org/x/mod/sumdb/note, signed by the Go team's example key. */
    @Test
    void readsANoteMadeElsewhere() {
        NoteVerifier peter = NoteVerifier.parse("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
        String note = """
                If you think cryptography is the answer to your problem,
                then you don't know what your problem is.

                — PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
                """;
        assertTrue(SignedNote.parse(note).isSignedBy(peter));
        assertFalse(SignedNote.parse(note.replace("answer", "anwser")).isSignedBy(peter));
    }

    @Test
    void isBrokenByEveryChangedBit() {
        String note = SignedNote.sign(HEAD.text(), venue).write();
        byte[] bytes = note.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length * 8; i++) {
            byte[] changed = bytes.clone();
            changed[i / 8] ^= (byte) (1 << i % 8);
            assertFalse(isAccepted(new String(changed, StandardCharsets.UTF_8)), "bit " + i);
        }
    }

    private boolean isAccepted(String note) {
        try {
            return SignedNote.parse(note).isSignedBy(venue.verifier());
        } catch (InvalidProof e) {
            return false;
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "origin\n",
                "origin\n7\n",
                "origin\n07\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n",
                "origin\n-7\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n",
                "origin\n9999999999999999999\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n",
                "origin\n7\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAB=\n",
                "origin\n7\nAAAA\n",
                "or igin\n7\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n",
                "origin\n0\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n"
            })
    void refusesWhatIsNoCheckpoint(String text) {
        assertThrows(InvalidProof.class, () -> Checkpoint.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "text\n", "text\n\n", "text\n\n— name\n", "text\n\n— name AAAA\n", "text\n\nname AAAAAAAA\n"
            })
    void refusesWhatIsNoNote(String note) {
        assertThrows(InvalidProof.class, () -> SignedNote.parse(note));
    }

    @Test
    void refusesKeysThatWereChanged() {
        String line = venue.verifier().line();
        for (String other : List.of("x" + line, line.substring(1), line.replace("+A", "+B"), "name+00000000", "")) {
            assertThrows(InvalidProof.class, () -> NoteVerifier.parse(other), other);
        }
    }
}
