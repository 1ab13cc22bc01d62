package org.gavel.exchange.transparency;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.agrona.DirectBuffer;
import org.gavel.exchange.journal.envelope.RecordConsumer;
import org.gavel.protocol.proof.Checkpoint;
import org.gavel.protocol.proof.TreeHash;

/**
 * Holds a journal, record by record while it is read, against the head that the venue signed over it, under the venue's
 * own keys: another venue's keys, log or journal lead to another head. Reads only; for one thread.
 */
public final class SignedHeadCheck implements RecordConsumer {
    private final Path file;
    private final Checkpoint head;
    private final EntryMaker entries;

    /** The roots of the whole subtrees from the left, each of twice the size of the next or more. */
    private final List<TreeHash> peaks = new ArrayList<>();

    private long size;

    private SignedHeadCheck(Path file, Checkpoint head, EntryMaker entries) {
        this.file = file;
        this.head = head;
        this.entries = entries;
    }

    /**
     * Reads the newest head of a data directory; open it before the journal, which grows first. Empty where nothing was
     * signed, or the key directory has no keys of a log.
     *
     * @throws LogFault where none of the keys has signed the head
     */
    public static Optional<SignedHeadCheck> of(Path dataDirectory, Path keys) throws IOException {
        if (!LogSigners.exist(keys)) {
            return Optional.empty();
        }
        LogSigners signers = LogSigners.load(keys);
        EntryMaker entries = new EntryMaker(LogSalts.load(keys));
        TileFiles files = new TileFiles(LogTerms.under(dataDirectory));
        return HeadFile.open(files, VenueLog.CHECKPOINT, signers.keys())
                .head()
                .map(head -> new SignedHeadCheck(files.root().resolve(VenueLog.CHECKPOINT), head, entries));
    }

    @Override
    public void onRecord(long sequence, long timestamp, DirectBuffer buffer, int offset, int length) {
        if (sequence <= head.size()) {
            add(TreeHash.leaf(entries.entry(sequence, timestamp, buffer, offset, length)));
        }
    }

    private void add(TreeHash leaf) {
        peaks.add(leaf);
        size++;
        for (long left = size; left % 2 == 0; left /= 2) {
            TreeHash right = peaks.remove(peaks.size() - 1);
            peaks.add(TreeHash.node(peaks.remove(peaks.size() - 1), right));
        }
    }

    private TreeHash root() {
        TreeHash root = peaks.get(peaks.size() - 1);
        for (int i = peaks.size() - 2; i >= 0; i--) {
            root = TreeHash.node(peaks.get(i), root);
        }
        return root;
    }

    /**
     * Once the journal was read: how many records the head proves to be those that were signed.
     *
     * @throws LogFault where the journal ends before them, or is not the one that was signed
     */
    public long conclude() {
        if (size < head.size()) {
            throw new LogFault(file + " was signed over " + head.size() + " records, and the journal ends with record "
                    + size + ": records " + (size + 1) + " to " + head.size() + " are missing. Restore the journal from"
                    + " a backup or a replica; where this is a copy of a running node, copy log first and journal"
                    + " after it.");
        }
        if (head.size() > 0 && !root().equals(head.root())) {
            throw new LogFault(file + " says that the first " + head.size() + " records have the root "
                    + head.root().base64() + ", and those of this journal have " + root().base64()
                    + ": the journal, the log or log-salt.key is another venue's or was changed. Compare the journal"
                    + " with a replica (gavel audit diff), and use the venue's own log and key directory.");
        }
        return head.size();
    }

    /** The log that signed, by its name. */
    public String origin() {
        return head.origin();
    }
}
