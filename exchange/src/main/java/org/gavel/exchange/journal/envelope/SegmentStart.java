package org.gavel.exchange.journal.envelope;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.LongSupplier;
import net.openhft.chronicle.queue.ChronicleQueue;
import net.openhft.chronicle.queue.ExcerptAppender;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueueBuilder;
import net.openhft.chronicle.wire.DocumentContext;

/**
 * Chronicle Queue for as long as it takes to begin a file: what describes the file, its indexes, its name in the
 * queue's table and the first batch are Chronicle's. Opened before a file of zeros is moved to where Chronicle will
 * begin, which an opening queue would take for one that somebody else is just beginning.
 */
final class SegmentStart implements AutoCloseable {
    private final ChronicleQueue queue;
    private final ExcerptAppender appender;

    private SegmentStart(ChronicleQueue queue) {
        this.queue = queue;
        this.appender = queue.createAppender();
        // Opened by one thread and used by another, but never by two at once.
        appender.singleThreadedCheckDisabled(true);
    }

    /** Opens the queue of a generation; the time of the records, in milliseconds, says in what file they go. */
    static SegmentStart open(Path directory, LogSettings settings, LongSupplier millis) throws IOException {
        // A full disk under a mapped file is an InternalError (F4), and Chronicle's own failures are unchecked.
        try {
            return new SegmentStart(SingleChronicleQueueBuilder.binary(directory)
                    .rollCycle(settings.rollCycle())
                    .blockSize(settings.blockBytes())
                    .timeProvider(millis::getAsLong)
                    .build());
        } catch (RuntimeException | Error e) {
            throw new IOException("the queue in " + directory + " could not be opened", e);
        }
    }

    /** Begins a file with a sealed batch and answers which. */
    Path write(BatchBuffer batch) throws IOException {
        try (DocumentContext document = appender.writingDocument()) {
            document.wire().bytes().write(batch.array(), 0, batch.length());
        } catch (RuntimeException | Error e) {
            throw new IOException("a file could not be begun in " + queue.fileAbsolutePath(), e);
        }
        return appender.currentFile().toPath();
    }

    /** Takes its mappings away; nothing of the file changes any more. */
    @Override
    public void close() {
        appender.close();
        queue.close();
    }
}
