package org.gavel.exchange.transparency;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.agrona.DirectBuffer;
import org.gavel.exchange.journal.Durability;
import org.gavel.exchange.journal.JournalFollower;
import org.gavel.protocol.proof.Checkpoint;
import org.gavel.protocol.proof.InvalidProof;
import org.gavel.protocol.proof.NoteVerifier;
import org.gavel.protocol.proof.SignedNote;
import org.gavel.protocol.proof.SignedNote.NoteSignature;
import org.gavel.protocol.proof.TreeHash;

/**
 * The log of a venue: one leaf for each acknowledged record, read from the journal's files. A start goes on at the last
 * signed head, whose right edge the tiles have and the signature proves; {@link OlderLog} makes the part before it again
 * meanwhile. Where the tiles do not lead to that head, the tree is made from the first record on, and nothing is signed
 * before it has come that far. For one thread.
 */
public final class VenueLog implements AutoCloseable {
    /** The newest signed head. */
    static final String CHECKPOINT = "checkpoint";

    /** The newest head that a witness has cosigned. */
    static final String WITNESSED = "witnessed";

    private final LogTerms terms;
    private final TileFiles files;
    private final JournalFollower journal;
    private final EntryMaker entries;
    private final GrowingTree tree;
    private final HeadFile signed;
    private final HeadFile witnessed;
    private final ProofDesk proofs;

    /** The size at which the tree was resumed; its last record is still to be seen in the journal where it is unseen. */
    private final long resumedAt;

    private boolean isUnseen;
    private long mendedBefore;

    private VenueLog(LogTerms terms, TileFiles files) {
        this.terms = terms;
        this.files = files;
        this.entries = new EntryMaker(terms.salts().copy());
        this.tree = new GrowingTree(files);
        this.signed = HeadFile.open(files, CHECKPOINT, terms.signers().keys());
        this.isUnseen = signed.head()
                .filter(head -> head.size() > 0 && tree.resume(head))
                .isPresent();
        this.resumedAt = tree.size();
        this.journal = JournalFollower.open(terms.dataDirectory(), Math.max(1, resumedAt));
        this.witnessed = HeadFile.open(files, WITNESSED, terms.signers().keys());
        this.proofs = new ProofDesk(journal, entries, tree, terms.signers());
    }

    /**
     * Opens the log at its signed head, or empty.
     *
     * @throws LogFault where the log's files are another log's
     */
    public static VenueLog open(LogTerms terms) {
        return new VenueLog(terms, new TileFiles(LogTerms.under(terms.dataDirectory())));
    }

    /** The part that a start passed over, for another thread to make again; empty where there is none. */
    public Optional<OlderLog> older() {
        return resumedAt == 0
                ? Optional.empty()
                : Optional.of(new OlderLog(terms, files, signed.head().orElseThrow()));
    }

    /** Takes over, from the older part that is proved, where its records lie. */
    public void learn(OlderLog older) {
        journal.learn(older.journal());
        mendedBefore += older.mended();
    }

    /**
     * Takes in what follows in the journal, at most so many records, and answers how many they were.
     *
     * @throws LogFault where the journal does not lead to the head that was signed
     */
    public int grow(int most) {
        int read = journal.poll(this::add, most);
        if (read == 0 && (isUnseen || !isCaughtUp()) && journal.acknowledged() < signed.size()) {
            throw new LogFault("the log was signed for " + signed.size() + " records, but the journal has only "
                    + journal.acknowledged()
                    + " acknowledged ones: records were lost. Restore the journal from a replica or a"
                    + " backup; nothing is signed until then.");
        }
        return read;
    }

    private void add(long sequence, long timestamp, DirectBuffer buffer, int offset, int length) {
        if (isUnseen && sequence == tree.size()) {
            requireLast(entries.entry(sequence, timestamp, buffer, offset, length));
            return;
        }
        if (isUnseen || sequence != tree.size() + 1) {
            throw new LogFault("the journal goes on with record " + sequence + " where the log needs "
                    + (tree.size() + 1) + "; nothing is signed until the missing records are restored.");
        }
        tree.add(entries.entry(sequence, timestamp, buffer, offset, length));
        if (tree.size() == signed.size()) {
            requireSame(signed.head().orElseThrow());
        }
    }

    /** Tells another journal, and another salt key, at once. */
    private void requireLast(byte[] entry) {
        if (!Arrays.equals(tree.lastEntry().orElse(entry), entry)) {
            throw new LogFault(
                    "record " + tree.size() + " of the journal is not the one under the head that was signed:"
                            + " the journal or the salt key is not the one it was. Restore it; nothing is signed until then.");
        }
        isUnseen = false;
    }

    private void requireSame(Checkpoint head) {
        TreeHash root = tree.root();
        if (!root.equals(head.root())) {
            throw new LogFault("the journal's first " + head.size() + " records have the root " + root.base64()
                    + ", but " + head.root().base64() + " was signed: the journal, the salt key or the signed head is"
                    + " not the one it was. Restore it; nothing is signed until then.");
        }
        tree.writeEdge();
    }

    /** Whether the tree has come as far as the head that was signed. */
    public boolean isCaughtUp() {
        return tree.size() >= signed.size();
    }

    /** How many records the tree has. */
    public long size() {
        return tree.size();
    }

    /** How many records the newest signed head covers. */
    public long signedSize() {
        return signed.size();
    }

    /** How many tiles were not what the journal says and were made anew. */
    public long mendedTiles() {
        return mendedBefore + tree.mended();
    }

    /**
     * Signs the tree as it stands, where it has grown: its records are durable, its tiles written and the head on disk
     * before anybody sees it. Answers whether it has signed.
     */
    public boolean sign(Instant now) {
        if (isUnseen || !isCaughtUp() || tree.size() == signed.size()) {
            return false;
        }
        if (terms.durability() != Durability.DISK) {
            journal.force();
        }
        tree.writeEdge();
        try {
            terms.signers().announceNewKeys(signed.size());
        } catch (IOException e) {
            throw new UncheckedIOException("a new log key could not be announced in the key directory", e);
        }
        writeKeys();
        Checkpoint head = new Checkpoint(terms.signers().origin(), tree.size(), tree.root());
        signed.put(terms.signers().sign(head, now.getEpochSecond()));
        return true;
    }

    /** For who reads the log's files and not its server. */
    private void writeKeys() {
        for (String name : List.of(ProofDesk.KEY, ProofDesk.KEY_CHANGES)) {
            byte[] now = proofs.page(name).bytes();
            if (files.read(name).filter(before -> Arrays.equals(before, now)).isEmpty()) {
                files.putNote(name, now);
            }
        }
    }

    /**
     * Takes in what a witness hands back: a head that this log has signed, with the witness's cosignature. Answers
     * whether it had one that is new.
     *
     * @throws InvalidProof where it is something else; the message says why
     */
    public boolean offer(String text) {
        SignedNote note = SignedNote.parse(text);
        Checkpoint head = terms.signers().keys().require(note);
        List<NoteSignature> taken = new ArrayList<>();
        for (NoteVerifier witness : terms.witnesses()) {
            taken.addAll(note.signaturesOf(witness));
        }
        if (taken.isEmpty()) {
            throw new InvalidProof("none of the venue's witnesses has cosigned it");
        }
        if (head.size() > signed.size()) {
            throw new InvalidProof("it has " + head.size() + " leaves, more than this log has ever signed");
        }
        boolean isNew = attach(signed, note.text(), taken);
        if (head.size() > witnessed.size()) {
            witnessed.put(ownPart(note).with(taken));
            return true;
        }
        return attach(witnessed, note.text(), taken) || isNew;
    }

    private SignedNote ownPart(SignedNote note) {
        List<NoteSignature> own = terms.signers().keys().keys().stream()
                .flatMap(ranged -> note.signaturesOf(ranged.key()).stream())
                .toList();
        return new SignedNote(note.text(), own);
    }

    /** One cosignature of each witness is enough: the first. */
    private boolean attach(HeadFile file, String text, List<NoteSignature> taken) {
        Optional<SignedNote> note = file.note().filter(present -> present.text().equals(text));
        List<NoteSignature> missing = note.stream()
                .flatMap(present -> taken.stream().filter(signature -> present.signatures().stream()
                        .noneMatch(other -> other.name().equals(signature.name()))))
                .toList();
        if (missing.isEmpty()) {
            return false;
        }
        file.put(note.get().with(missing));
        return true;
    }

    /** The log's pages and proofs, as of the newest signed head. */
    public ProofDesk proofs() {
        return proofs.at(signed.note(), witnessed.note());
    }

    @Override
    public void close() {
        journal.close();
    }
}
