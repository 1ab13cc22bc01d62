package org.gavel.exchange.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
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
     * Hands over every record from the first on, each after its whole batch was verified.
     *
     * @throws JournalDamage if anything acknowledged is missing or altered, or a hole is not the end; what was handed
     *     over until then must not be served
     */
    public static JournalReport read(Path dataDirectory, RecordConsumer consumer) {
        Path journal = JournalLayout.journal(dataDirectory);
        try {
            // Before anything else, so that a running node cannot acknowledge more than is scanned afterwards.
            Acknowledged acknowledged = Acknowledged.of(journal);
            List<Generation> generations = JournalLayout.generations(journal);
            Verification verification = new Verification(journal, acknowledged, consumer);
            for (Generation generation : generations) {
                verification.read(generation);
            }
            return verification.finish(generations.size());
        } catch (IOException e) {
            throw new UncheckedIOException(journal + " could not be read", e);
        }
    }
}
