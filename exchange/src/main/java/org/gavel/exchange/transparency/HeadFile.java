package org.gavel.exchange.transparency;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.gavel.protocol.proof.Checkpoint;
import org.gavel.protocol.proof.InvalidProof;
import org.gavel.protocol.proof.KeyList;
import org.gavel.protocol.proof.SignedNote;

/** A signed head of the log in a file of its own: on disk before anybody sees it. For one thread. */
final class HeadFile {
    private final TileFiles files;
    private final String name;
    private Optional<SignedNote> note;

    private HeadFile(TileFiles files, String name, Optional<SignedNote> note) {
        this.files = files;
        this.name = name;
        this.note = note;
    }

    /** Reads the head, if there is one. A head that none of the keys has signed is another log's: a {@link LogFault}. */
    static HeadFile open(TileFiles files, String name, KeyList keys) {
        Optional<SignedNote> note;
        try {
            note = files.read(name).map(bytes -> SignedNote.parse(new String(bytes, StandardCharsets.UTF_8)));
            note.ifPresent(keys::require);
        } catch (InvalidProof e) {
            throw new LogFault(
                    files.root().resolve(name) + " is not a head of this log: " + e.getMessage()
                            + ". Restore the venue's log keys, or the file; nothing is signed until then.",
                    e);
        }
        return new HeadFile(files, name, note);
    }

    Optional<SignedNote> note() {
        return note;
    }

    /** What the head says; of an empty tree where there is none. */
    Optional<Checkpoint> head() {
        return note.map(signed -> Checkpoint.parse(signed.text()));
    }

    /** How many leaves it covers. */
    long size() {
        return head().map(Checkpoint::size).orElse(0L);
    }

    void put(SignedNote signed) {
        files.putNote(name, signed.write().getBytes(StandardCharsets.UTF_8));
        note = Optional.of(signed);
    }
}
