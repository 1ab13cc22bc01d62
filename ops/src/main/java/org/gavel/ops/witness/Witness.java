package org.gavel.ops.witness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.gavel.ops.remote.RemoteFailure;
import org.gavel.protocol.proof.Checkpoint;
import org.gavel.protocol.proof.ConsistencyProof;
import org.gavel.protocol.proof.InvalidProof;
import org.gavel.protocol.proof.KeyList;
import org.gavel.protocol.proof.MerkleTree;
import org.gavel.protocol.proof.SignedNote;
import org.gavel.protocol.proof.TileHashes;
import org.gavel.protocol.proof.TreeHash;

/**
 * Cosigns the heads of one log as long as each goes on from the one before (C2SP tlog-cosignature). The first head it
 * sees it has to take as it is. For one thread.
 */
public final class Witness {
    private final WitnessFiles files;
    private final KeyList keys;
    private final LogReader log;

    /** @param keys of the log, learned from the venue on another way than from the log itself */
    public Witness(WitnessFiles files, KeyList keys, LogReader log) {
        this.files = files;
        this.keys = keys;
        this.log = log;
    }

    /**
     * Looks at the log once; the head it has now, cosigned.
     *
     * @param seconds the time, since 1970
     * @throws ForkFound where the log's history is not the one seen before
     * @throws InvalidProof where the head is not signed by the log's keys, or its tiles are not those of the head
     */
    public SignedNote look(long seconds) throws IOException, RemoteFailure, ForkFound {
        SignedNote note = log.checkpoint();
        Checkpoint head = keys.with(log.keyChanges()).require(note);
        Optional<SignedNote> seen = files.seen();
        if (seen.isPresent()) {
            Checkpoint last = Checkpoint.parse(seen.get().text());
            if (last.equals(head)) {
                return cosigned(note, seconds);
            }
            requireSameLog(last, head);
            requireGrowth(seen.get(), last, note, head);
        }
        return cosign(note, seconds);
    }

    /** The head as it was cosigned; anew where a crash came between seeing it and cosigning it. */
    private SignedNote cosigned(SignedNote note, long seconds) throws IOException {
        Optional<SignedNote> before =
                files.cosigned().filter(done -> done.text().equals(note.text()));
        return before.isPresent() ? before.get() : cosign(note, seconds);
    }

    private SignedNote cosign(SignedNote note, long seconds) throws IOException {
        SignedNote cosigned = note.and(files.signer(), seconds);
        files.put(note, cosigned);
        return cosigned;
    }

    private static void requireSameLog(Checkpoint last, Checkpoint head) {
        if (!last.origin().equals(head.origin())) {
            throw new InvalidProof("this witness watches the log " + last.origin() + ", not " + head.origin()
                    + "; give each log a directory of its own");
        }
    }

    private void requireGrowth(SignedNote seen, Checkpoint last, SignedNote note, Checkpoint head)
            throws IOException, RemoteFailure, ForkFound {
        if (head.size() < last.size()) {
            throw fork(seen, last, note, head, "the log has become smaller");
        }
        if (head.size() == last.size()) {
            throw fork(seen, last, note, head, "the log has two roots for the same size");
        }
        if (last.size() > 0 && !consistency(last, head).proves(last.root(), head.root())) {
            throw fork(seen, last, note, head, "the greater tree does not go on from the smaller one");
        }
    }

    /** Out of tiles that make the very root that is signed. */
    private ConsistencyProof consistency(Checkpoint last, Checkpoint head) throws RemoteFailure {
        try {
            MerkleTree tree = new TileHashes(log, head.size()).tree();
            TreeHash root = tree.root();
            if (!root.equals(head.root())) {
                throw new InvalidProof("the tiles of " + log + " make another root than the signed one of "
                        + head.size() + " leaves; nothing is cosigned, and the last head seen stands");
            }
            return tree.consistencyWith(last.size());
        } catch (UncheckedIOException e) {
            throw new RemoteFailure(e.getMessage() + ": " + e.getCause().getMessage(), e);
        }
    }

    private ForkFound fork(SignedNote seen, Checkpoint last, SignedNote note, Checkpoint head, String what)
            throws IOException {
        String report = "The log " + head.origin() + " is not one history: " + what + ".\n"
                + "Seen before: " + last.size() + " leaves, root " + last.root().base64() + "\n"
                + "Shown now:   " + head.size() + " leaves, root " + head.root().base64() + "\n"
                + "Both are signed by the log's own key. Nothing was cosigned.";
        String name = "fork-" + last.size() + "-" + head.size() + "-"
                + head.root().hex().substring(0, 8);
        return new ForkFound(
                report + "\nBoth signed heads are kept in " + files.keepEvidence(name, seen, note, report));
    }
}
