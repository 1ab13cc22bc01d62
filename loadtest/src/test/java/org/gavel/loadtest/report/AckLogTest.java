package org.gavel.loadtest.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.gavel.protocol.reject.RejectReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AckLogTest {
    private static final Ack ACK = new Ack(5, "b1", "PlaceBid", 7, 210_000_000, 12, 99, RejectReason.NONE, true, false);

    @TempDir
    private Path directory;

    @Test
    void anAnswerCanBeReadAsSoonAsItIsWritten() {
        Path file = directory.resolve("acks.jsonl");
        try (AckLog log = AckLog.to(Optional.of(file))) {
            log.write(ACK);
            assertEquals(List.of(ACK), AckLog.read(file));
        }
    }

    @Test
    void aTornLastLineIsNoAnswer() throws IOException {
        Path file = directory.resolve("acks.jsonl");
        try (AckLog log = AckLog.to(Optional.of(file))) {
            log.write(ACK);
        }
        Files.writeString(file, "{\"participant\": 5, \"ci", StandardOpenOption.APPEND);
        assertEquals(List.of(ACK), AckLog.read(file));
    }
}
