package org.gavel.exchange.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gavel.exchange.journal.envelope.Generation;
import org.gavel.exchange.journal.envelope.RecordConsumer;

/**
 * Reads and verifies a whole journal without ever writing, in constant memory. The journal may be in use: then what
 * was acknowledged when reading began is read, and perhaps more.
 */
public final class JournalReader {
    private JournalReader() {}

    /**
     * Hands over every record from the first on, each after its whole batch was verified; on the calling thread, while
     * another verifies ahead.
     *
     * @throws JournalDamage if anything acknowledged is missing or altered, or a hole is not the end; what was handed
     *     over until then must not be served
     */
    public static JournalReport read(Path dataDirectory, RecordConsumer consumer) {
        Path journal = JournalLayout.journal(dataDirectory);
        try {
            return ReadAhead.read(verified -> all(journal, verified), consumer);
        } catch (AnchorMissing e) {
            throw new IllegalStateException("a reading from the first record on has no anchor", e);
        } catch (IOException e) {
            throw new UncheckedIOException(journal + " could not be read", e);
        }
    }

    /** What the watermark of a data directory says was acknowledged at least; 0 where there is none. */
    public static long acknowledged(Path dataDirectory) throws IOException {
        return Acknowledged.of(JournalLayout.journal(dataDirectory)).sequence();
    }

    /** Whether an acknowledged batch of exactly this hash stands where the anchor says; one that is archived does not. */
    public static boolean holds(Path dataDirectory, JournalAnchor anchor) throws IOException {
        if (acknowledged(dataDirectory) < anchor.batch().sequence()) {
            return false;
        }
        Path journal = JournalLayout.journal(dataDirectory);
        Path file =
                Generation.of(journal, anchor.batch().generation()).directory().resolve(anchor.segment());
        return Files.exists(file) && Verification.isAt(file, anchor);
    }

    /**
     * The same from behind an anchor on, without what is older; the report counts what was read.
     *
     * @throws AnchorMissing if the journal is not the one the anchor was taken from, or no longer; nothing was handed
     *     over
     */
    public static JournalReport readBehind(Path dataDirectory, JournalAnchor anchor, RecordConsumer consumer)
            throws AnchorMissing {
        Path journal = JournalLayout.journal(dataDirectory);
        try {
            return ReadAhead.read(verified -> behind(journal, anchor, verified), consumer);
        } catch (IOException e) {
            throw new UncheckedIOException(journal + " could not be read", e);
        }
    }

    private static JournalReport all(Path journal, RecordConsumer consumer) throws IOException {
        // Before anything else, so that a running node cannot acknowledge more than is scanned afterwards.
        Acknowledged acknowledged = Acknowledged.of(journal);
        List<Generation> generations = JournalLayout.generations(journal);
        Verification verification = new Verification(journal, acknowledged, consumer);
        for (Generation generation : generations) {
            verification.read(generation);
        }
        return verification.finish(generations.size());
    }

    private static JournalReport behind(Path journal, JournalAnchor anchor, RecordConsumer consumer)
            throws IOException, AnchorMissing {
        Acknowledged acknowledged = Acknowledged.of(journal);
        int first = anchor.batch().generation();
        List<Generation> generations = JournalLayout.generations(journal, first);
        if (generations.isEmpty()) {
            throw new AnchorMissing(Generation.of(journal, first).directory() + " is missing");
        }
        Verification verification = new Verification(journal, acknowledged, consumer);
        verification.resume(generations.get(0), anchor);
        for (Generation generation : generations.subList(1, generations.size())) {
            verification.read(generation);
        }
        return verification.finish(generations.size());
    }
}
