package org.gavel.ops.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Commands whose output is lost, at its first byte or further on: never done, and never without a word. */
class StandardOutputTest {
    private static final String LINE = "{\"at\":1,\"op\":\"Tick\",\"due\":0,\"x\":1}\n";

    @TempDir
    Path directory;

    private final StringWriter err = new StringWriter();

    /** Takes so many bytes and no more. */
    private static OutputStream full(int bytes, String problem) {
        return new OutputStream() {
            private int left = bytes;

            @Override
            public void write(int one) throws IOException {
                if (left-- <= 0) {
                    throw new IOException(problem);
                }
            }
        };
    }

    private int run(OutputStream out, String... arguments) {
        return GavelCommand.commandLine(out).setErr(new PrintWriter(err, true)).execute(arguments);
    }

    static Stream<Arguments> commands() {
        return Stream.of(
                        "simulate ../docs/examples/MR-T18.jsonl",
                        "event check src/main/resources/event/demo.yaml",
                        "event check --json src/main/resources/event/demo.yaml",
                        "rulebook show SOE_ASSET",
                        "--help",
                        "audit timeline --help")
                .map(Arguments::of);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void aFullDiskIsToldAndFails(String line) {
        for (int bytes : new int[] {0, 100}) {
            assertEquals(ExitCodes.FAILED, run(full(bytes, "No space left on device"), line.split(" ")));
            isTold();
        }
    }

    private void isTold() {
        assertEquals(
                "gavel: standard output cannot be written, so what was printed is not whole: No space left on device\n",
                err.toString());
        err.getBuffer().setLength(0);
    }

    @Test
    void theAuditorIsToldToo() {
        AuditedVenue venue = AuditedVenue.day(directory);
        String journal = venue.data() + " --keys " + venue.keys();
        for (String call :
                List.of("verify D", "timeline D", "timeline D --format csv", "replay D", "screen D --json")) {
            String line = "audit " + call.replace("D", journal);
            assertEquals(ExitCodes.FAILED, run(full(70, "No space left on device"), line.split(" ")), line);
            isTold();
        }
    }

    @Test
    void aReaderThatHasSeenEnoughEndsTheCommandQuietly() {
        InputStream usual = System.in;
        System.setIn(endless());
        try {
            int code = assertTimeoutPreemptively(
                    Duration.ofSeconds(60), () -> run(full(1_000, "Broken pipe"), "simulate", "-"));
            assertEquals(ExitCodes.FAILED, code);
            assertEquals("", err.toString());
        } finally {
            System.setIn(usual);
        }
    }

    private static InputStream endless() {
        byte[] line = LINE.getBytes(UTF_8);
        return new InputStream() {
            private int next;

            @Override
            public int read() {
                return line[next++ % line.length];
            }

            @Override
            public int read(byte[] to, int offset, int length) {
                to[offset] = (byte) read();
                return 1;
            }
        };
    }
}
