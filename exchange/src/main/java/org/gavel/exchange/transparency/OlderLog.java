package org.gavel.exchange.transparency;

import org.agrona.DirectBuffer;
import org.gavel.exchange.journal.JournalFollower;
import org.gavel.protocol.proof.Checkpoint;
import org.gavel.protocol.proof.TreeHash;

/**
 * The part of a log that a start passed over, made again from the journal's first record on and held against the head it
 * went on from. Tiles that are missing or others than the journal says are made anew on the way. For one thread, beside
 * the one that has the log.
 */
public final class OlderLog implements AutoCloseable {
    private final Checkpoint head;
    private final JournalFollower journal;
    private final EntryMaker entries;
    private final GrowingTree tree;

    OlderLog(LogTerms terms, TileFiles files, Checkpoint head) {
        this.head = head;
        this.journal = JournalFollower.open(terms.dataDirectory(), 1);
        this.entries = new EntryMaker(terms.salts().copy());
        this.tree = new GrowingTree(files);
    }

    /**
     * Goes on by at most so many records; answers false once it has come to the head and proved it.
     *
     * @throws LogFault where the journal leads to another one
     */
    public boolean step(int most) {
        long left = head.size() - tree.size();
        if (left > 0 && journal.poll(this::add, (int) Math.min(most, left)) == 0) {
            throw new LogFault("the log was signed for " + head.size() + " records, but the journal can be read up to"
                    + " record " + tree.size() + " only. Restore the journal from a replica or a backup.");
        }
        if (tree.size() == head.size()) {
            require(tree.root());
            return false;
        }
        return true;
    }

    private void add(long sequence, long timestamp, DirectBuffer buffer, int offset, int length) {
        if (sequence != tree.size() + 1) {
            throw new LogFault("the journal goes on with record " + sequence + " where the log needs "
                    + (tree.size() + 1) + "; restore the missing records.");
        }
        tree.add(entries.entry(sequence, timestamp, buffer, offset, length));
    }

    private void require(TreeHash root) {
        if (!root.equals(head.root())) {
            throw new LogFault("the journal's first " + head.size() + " records have the root " + root.base64()
                    + ", but " + head.root().base64() + " was signed: the journal, the salt key or the signed head is"
                    + " not the one it was. Restore it; nothing is signed until then.");
        }
    }

    /** How many records the head covers. */
    public long size() {
        return head.size();
    }

    /** How many tiles were not what the journal says and were made anew. */
    long mended() {
        return tree.mended();
    }

    JournalFollower journal() {
        return journal;
    }

    @Override
    public void close() {
        journal.close();
    }
}
