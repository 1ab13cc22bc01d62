package org.gavel.exchange.transparency;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gavel.exchange.vault.OwnerFile;
import org.gavel.protocol.proof.Checkpoint;
import org.gavel.protocol.proof.InvalidProof;
import org.gavel.protocol.proof.KeyChange;
import org.gavel.protocol.proof.KeyList;
import org.gavel.protocol.proof.NoteKind;
import org.gavel.protocol.proof.NoteSigner;
import org.gavel.protocol.proof.SignedNote;

/**
 * The keys that sign the log's heads: {@code log-1.key}, {@code log-2.key} and so on in the venue's key directory, each
 * begun beside the one before, with {@code log-2.change} as the statement of both. For one thread.
 */
public final class LogSigners {
    private static final String BESIDE = "beside ";

    private final Path directory;
    private final List<NoteSigner> signers;
    private final List<Long> untils;
    private final List<SignedNote> changes;

    private LogSigners(Path directory, List<NoteSigner> signers, List<Long> untils, List<SignedNote> changes) {
        this.directory = directory;
        this.signers = signers;
        this.untils = untils;
        this.changes = changes;
    }

    /** Whether the venue has a key for its log. */
    public static boolean exist(Path keys) {
        return Files.exists(file(keys, 1));
    }

    /** Makes the first key; never replaces one. */
    public static NoteSigner create(Path keys, String origin) throws IOException {
        NoteSigner signer = NoteSigner.generate(origin, NoteKind.SIGNATURE);
        OwnerFile.create(file(keys, 1), signer.text());
        return signer;
    }

    /**
     * Makes the next key. The node takes it up at its next start.
     *
     * @param until when the key before it stops to sign beside it, in seconds since 1970
     */
    public static NoteSigner rotate(Path keys, long until) throws IOException {
        LogSigners present = load(keys);
        NoteSigner signer = NoteSigner.generate(present.origin(), NoteKind.SIGNATURE);
        OwnerFile.create(file(keys, present.signers.size() + 1), signer.text() + BESIDE + until + "\n");
        return signer;
    }

    /** Reads all keys; a damaged one is an {@link IOException} that says what to do. */
    public static LogSigners load(Path keys) throws IOException {
        List<NoteSigner> signers = new ArrayList<>();
        List<Long> untils = new ArrayList<>();
        List<SignedNote> changes = new ArrayList<>();
        for (int number = 1; Files.exists(file(keys, number)); number++) {
            Path file = file(keys, number);
            Path change = change(keys, number);
            try {
                String text = OwnerFile.read(file);
                int beside = number == 1 ? text.length() : text.indexOf(BESIDE);
                signers.add(NoteSigner.parse(text.substring(0, Math.max(0, beside))));
                untils.add(number == 1 ? 0 : until(text.substring(beside + BESIDE.length())));
                if (Files.exists(change)) {
                    requireNoneMissing(keys, number, changes);
                    changes.add(SignedNote.parse(Files.readString(change)));
                    KeyChange.read(changes.get(changes.size() - 1));
                }
            } catch (InvalidProof | NumberFormatException e) {
                throw new IOException(
                        file + " or " + change + " is damaged (" + e.getMessage() + "); restore them from the backup",
                        e);
            }
        }
        if (signers.isEmpty()) {
            throw new IOException(file(keys, 1) + " is missing; create it with: gavel keys log");
        }
        return new LogSigners(keys, signers, untils, changes);
    }

    private static void requireNoneMissing(Path keys, int number, List<SignedNote> changes) throws IOException {
        if (changes.size() != number - 2) {
            throw new IOException(change(keys, number - 1) + " is missing; restore it from the backup");
        }
    }

    private static long until(String text) {
        return Long.parseLong(text.strip());
    }

    private static Path file(Path keys, int number) {
        return keys.resolve("log-" + number + ".key");
    }

    private static Path change(Path keys, int number) {
        return keys.resolve("log-" + number + ".change");
    }

    /** The log's name. */
    public String origin() {
        return signers.get(0).verifier().name();
    }

    /**
     * States the changes to keys that have never signed; they count for trees greater than any signed so far.
     *
     * @param signed the size of the greatest tree that was signed
     */
    void announceNewKeys(long signed) throws IOException {
        for (int number = changes.size() + 2; number <= signers.size(); number++) {
            NoteSigner before = signers.get(number - 2);
            NoteSigner after = signers.get(number - 1);
            KeyChange change = new KeyChange(before.verifier(), after.verifier(), signed + 1, untils.get(number - 1));
            SignedNote note = SignedNote.sign(change.text(), before).and(after);
            OwnerFile.create(change(directory, number), note.write());
            changes.add(note);
        }
    }

    /** Signs a head with the newest key, and with those before it as long as they sign beside it. */
    SignedNote sign(Checkpoint head, long nowSeconds) {
        int newest = signers.size() - 1;
        SignedNote note = SignedNote.sign(head.text(), signers.get(newest));
        for (int i = newest - 1; i >= 0 && nowSeconds < untils.get(i + 1); i--) {
            note = note.and(signers.get(i));
        }
        return note;
    }

    /** Every key with the sizes it counts for. */
    public KeyList keys() {
        return KeyList.of(signers.get(0).verifier()).with(changes);
    }

    /** The statements that lead from each key to the next. */
    public List<SignedNote> changes() {
        return List.copyOf(changes);
    }
}
