package org.gavel.exchange.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.gavel.exchange.journal.envelope.Generation;

/** The end of the chain in every generation of a whole, verified journal. */
final class Ends {
    private final Map<Integer, JournalPosition> ends = new HashMap<>();
    private JournalPosition last = JournalPosition.START;

    private Ends() {}

    static Ends of(Path dataDirectory) throws IOException {
        long watermark = JournalReader.read(dataDirectory, (sequence, time, buffer, offset, length) -> {})
                .watermarkSequence();
        Ends found = new Ends();
        try (JournalTail tail = JournalTail.behind(dataDirectory, JournalPosition.START)) {
            while (tail.poll(watermark, (sequence, time, buffer, offset, length) -> {})) {
                found.ends.put(tail.end().generation(), tail.end());
            }
        }
        for (Generation generation : Generation.list(JournalLayout.journal(dataDirectory))) {
            found.last = found.ends.getOrDefault(generation.number(), found.last);
            found.ends.put(generation.number(), found.last);
        }
        return found;
    }

    /** Of a generation without a batch, that of the one before. */
    JournalPosition of(int generation) {
        return ends.get(generation);
    }
}
