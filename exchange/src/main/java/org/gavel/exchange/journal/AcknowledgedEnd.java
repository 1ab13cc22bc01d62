package org.gavel.exchange.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** How far a journal was acknowledged when somebody looked: what a reader beside a running node may rely on. */
public final class AcknowledgedEnd {
    private AcknowledgedEnd() {}

    /** What the watermark of a data directory says now; {@link JournalPosition#START} where nothing valid is there. */
    public static JournalPosition of(Path dataDirectory) {
        Path watermark = JournalLayout.watermark(JournalLayout.journal(dataDirectory));
        try {
            return WatermarkFile.read(watermark).orElse(JournalPosition.START);
        } catch (IOException e) {
            throw new UncheckedIOException(watermark + " could not be read", e);
        }
    }
}
