package org.gavel.exchange.journal;

import java.io.IOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.agrona.DirectBuffer;
import org.gavel.exchange.journal.envelope.Envelope;
import org.gavel.exchange.journal.envelope.RecordConsumer;
import org.gavel.exchange.journal.envelope.RecordPage;

/**
 * Verifies a journal on a thread of its own, a bounded piece ahead of the calling thread, which takes the records in
 * their order. A record is handed over only after its batch was verified, so damage is told after what stands before it.
 */
final class ReadAhead implements RecordConsumer {
    /** Each belongs to one of the two threads at a time. */
    private static final int PIECES = 8;

    private final BlockingQueue<RecordPage> free = new ArrayBlockingQueue<>(PIECES + 1);
    private final BlockingQueue<RecordPage> full = new ArrayBlockingQueue<>(PIECES + 1);
    private final RecordPage end = RecordPage.forBody(0);
    private RecordPage filling;

    private ReadAhead() {
        for (int i = 0; i < PIECES; i++) {
            free.add(RecordPage.forBody(Envelope.MAX_RECORD_BYTES));
        }
        filling = free.remove();
    }

    /** One pass of verification that hands over what is right. */
    @FunctionalInterface
    interface Pass {
        JournalReport into(RecordConsumer verified) throws IOException, AnchorMissing;
    }

    /** Hands everything to the consumer on the calling thread; what either side throws ends both. */
    static JournalReport read(Pass pass, RecordConsumer consumer) throws IOException, AnchorMissing {
        ReadAhead ahead = new ReadAhead();
        FutureTask<JournalReport> verification = new FutureTask<>(() -> ahead.fill(pass));
        Thread thread = new Thread(verification, "gavel-verification");
        thread.setDaemon(true);
        thread.start();
        boolean isDrained = false;
        try {
            ahead.drain(consumer);
            isDrained = true;
            return verification.get();
        } catch (ExecutionException e) {
            throw cause(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("reading the journal was interrupted", e);
        } finally {
            if (!isDrained) {
                thread.interrupt();
            }
        }
    }

    private static IllegalStateException cause(ExecutionException e) throws IOException, AnchorMissing {
        Throwable cause = e.getCause();
        if (cause instanceof IOException failure) {
            throw failure;
        }
        if (cause instanceof AnchorMissing missing) {
            throw missing;
        }
        if (cause instanceof RuntimeException fault) {
            throw fault;
        }
        if (cause instanceof Error error) {
            throw error;
        }
        return new IllegalStateException("the journal could not be verified", cause);
    }

    private JournalReport fill(Pass pass) throws IOException, AnchorMissing, InterruptedException {
        try {
            return pass.into(this);
        } finally {
            full.put(filling);
            full.put(end);
        }
    }

    @Override
    public void onRecord(long sequence, long timestamp, DirectBuffer buffer, int bodyOffset, int bodyLength) {
        if (!filling.hasRoomFor(bodyLength)) {
            next();
        }
        filling.add(sequence, timestamp, buffer, bodyOffset, bodyLength);
    }

    private void next() {
        try {
            full.put(filling);
            filling = free.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("nobody takes what is verified any more", e);
        }
    }

    private void drain(RecordConsumer consumer) throws InterruptedException {
        for (RecordPage piece = full.take(); piece != end; piece = full.take()) {
            for (int at = 0; at < piece.length(); ) {
                at = piece.read(at, consumer);
            }
            piece.clear();
            free.put(piece);
        }
    }
}
