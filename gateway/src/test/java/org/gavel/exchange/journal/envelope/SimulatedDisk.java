package org.gavel.exchange.journal.envelope;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gavel.exchange.journal.Durability;
import org.gavel.exchange.journal.Journal;
import org.gavel.exchange.journal.JournalFault;
import org.gavel.exchange.journal.JournalPosition;
import org.gavel.protocol.value.Draw;

/**
 * A journal's bytes and its watermark on a disk whose power can be cut at every step of an append. What was not
 * forced survives in part: any of its sectors, or none. The batches are the real ones; so is what judges them.
 */
public final class SimulatedDisk {
    private static final int SECTOR = 64;

    /** What goes wrong with the next append. */
    public enum Fault {
        NONE,
        CUT_IN_WRITE,
        CUT_BEFORE_FORCE,
        CUT_AFTER_FORCE,
        CUT_AFTER_WATERMARK,
        FORCE_FAILS
    }

    /** The power is gone; nobody is told anything any more. */
    public static final class PowerCut extends RuntimeException {
        private static final long serialVersionUID = 1;

        PowerCut() {
            super("the power is cut");
        }
    }

    private final Draw draw;
    private byte[] bytes = new byte[1 << 16];
    private int written;
    private int forced;
    private long watermark;
    private Fault next = Fault.NONE;
    private boolean lying;

    public SimulatedDisk(Draw draw) {
        this.draw = draw;
    }

    /** The next append suffers this. */
    public void plan(Fault fault) {
        next = fault;
    }

    /** From now on forces return without having forced anything: a defect that must be found. */
    public void lie() {
        lying = true;
    }

    /** The last acknowledged sequence, as the disk remembers it. */
    public long watermark() {
        return watermark;
    }

    /** What is left when power comes back: whole batches in order, each verified; a torn end is dropped. */
    public List<BatchView> recover() {
        losePower();
        List<BatchView> batches = new ArrayList<>();
        BatchCheck check = new BatchCheck();
        ChainHash hash = ChainHash.ZERO;
        int position = 0;
        while (position + Envelope.MIN_BATCH_BYTES <= written) {
            BatchView batch = new BatchView();
            batch.wrap(bytes, position, Envelope.MIN_BATCH_BYTES);
            long length = batch.lengthInHeader();
            if (length < Envelope.MIN_BATCH_BYTES || length > written - position) {
                break;
            }
            batch = BatchView.of(Arrays.copyOfRange(bytes, position, position + (int) length));
            if (check.verify(batch) != BatchCheck.Verdict.VALID
                    || !batch.previousHash().equals(hash)) {
                break;
            }
            batches.add(batch);
            hash = batch.hash();
            position += (int) length;
        }
        written = position;
        forced = position;
        return batches;
    }

    private void losePower() {
        for (int sector = forced; sector < written; sector += SECTOR) {
            if (draw.flag()) {
                Arrays.fill(bytes, sector, Math.min(written, sector + SECTOR), (byte) 0);
            }
        }
    }

    /** A journal that goes on after what was recovered. */
    public Journal open(JournalPosition end) {
        return new DiskJournal(end);
    }

    private void write(BatchBuffer batch, int length) {
        while (written + length > bytes.length) {
            bytes = Arrays.copyOf(bytes, bytes.length * 2);
        }
        System.arraycopy(batch.array(), 0, bytes, written, length);
        written += length;
    }

    private void cut(Fault at) {
        if (next == at) {
            next = Fault.NONE;
            throw new PowerCut();
        }
    }

    private final class DiskJournal implements Journal {
        private final BatchChain chain;
        private final int generation;
        private JournalPosition end;

        DiskJournal(JournalPosition end) {
            this.end = end;
            this.generation = end.generation() + 1;
            this.chain = BatchChain.after(end.chainHash());
        }

        @Override
        public void append(BatchBuffer batch) {
            batch.requireToFollow(end.sequence(), end.timestamp());
            chain.seal(batch, generation);
            write(batch, next == Fault.CUT_IN_WRITE ? draw.below(batch.length()) : batch.length());
            cut(Fault.CUT_IN_WRITE);
            cut(Fault.CUT_BEFORE_FORCE);
            if (next == Fault.FORCE_FAILS) {
                next = Fault.NONE;
                throw new JournalFault("the disk reports an error", new java.io.IOException("EIO"));
            }
            forced = lying ? forced : written;
            cut(Fault.CUT_AFTER_FORCE);
            watermark = batch.lastSequence();
            cut(Fault.CUT_AFTER_WATERMARK);
            end = new JournalPosition(batch.lastSequence(), batch.lastTimestamp(), generation, chain.hash());
        }

        @Override
        public JournalPosition end() {
            return end;
        }

        @Override
        public Durability durability() {
            return Durability.DISK;
        }

        @Override
        public void close() {
            // The disk stays.
        }
    }
}
