package org.gavel.protocol.codec.sbe;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.agrona.ExpandableArrayBuffer;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.gavel.protocol.codec.json.Sealer;
import org.gavel.protocol.command.Command;
import org.gavel.protocol.command.Origin;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Bytes an earlier build wrote, kept with the fuzz tests' seeds: this build reads them, and would write the same. */
class StoredBytesTest {
    private final MutableDirectBuffer buffer = new ExpandableArrayBuffer(1024);

    private static Stream<Path> seeds(String directory, String prefix) throws IOException, URISyntaxException {
        URL found = StoredBytesTest.class.getResource(directory);
        try (Stream<Path> files = Files.list(Path.of(found.toURI()))) {
            return files.filter(file -> file.getFileName().toString().startsWith(prefix)).sorted().toList().stream();
        }
    }

    static Stream<Path> validCommands() throws IOException, URISyntaxException {
        return seeds("CommandDecoderFuzzTestInputs", "valid");
    }

    static Stream<Path> brokenCommands() throws IOException, URISyntaxException {
        return seeds("CommandDecoderFuzzTestInputs", "broken");
    }

    static Stream<Path> validEvents() throws IOException, URISyntaxException {
        return seeds("EventDecoderFuzzTestInputs", "valid");
    }

    static Stream<Path> brokenEvents() throws IOException, URISyntaxException {
        return seeds("EventDecoderFuzzTestInputs", "broken");
    }

    @ParameterizedTest
    @MethodSource("validCommands")
    void readsStoredCommandsAndWritesThemTheSame(Path file) throws IOException {
        byte[] stored = Files.readAllBytes(file);
        CommandDecoder decoder = new CommandDecoder(Sealer.NONE).wrap(new UnsafeBuffer(stored), 0, stored.length);
        int length = new CommandEncoder(Sealer.NONE).encode(decoder.origin(), decoder.command(), buffer, 0);
        assertArrayEquals(stored, written(length));
    }

    @ParameterizedTest
    @MethodSource("validCommands")
    void readsTheSameFromPartOfAnArrayAndFromNone(Path file) throws IOException {
        byte[] stored = Files.readAllBytes(file);
        CommandDecoder decoder = new CommandDecoder(Sealer.NONE).wrap(new UnsafeBuffer(stored), 0, stored.length);
        Origin origin = decoder.origin();
        Command command = decoder.command();

        byte[] larger = new byte[stored.length + 20];
        System.arraycopy(stored, 0, larger, 12, stored.length);
        UnsafeBuffer part = new UnsafeBuffer(larger, 5, stored.length + 7);
        UnsafeBuffer direct = new UnsafeBuffer(ByteBuffer.allocateDirect(larger.length));
        direct.putBytes(0, larger);
        decoder.wrap(part, 7, stored.length);
        assertEquals(origin, decoder.origin());
        assertEquals(command, decoder.command());
        decoder.wrap(direct, 12, stored.length);
        assertEquals(origin, decoder.origin());
        assertEquals(command, decoder.command());
        assertThrows(Violation.class, () -> decoder.wrap(part, 8, stored.length), "the array has more than the part");
        assertThrows(Violation.class, () -> decoder.wrap(direct, 21, stored.length));
    }

    @ParameterizedTest
    @MethodSource("validEvents")
    void readsStoredEventsAndWritesThemTheSame(Path file) throws IOException {
        byte[] stored = Files.readAllBytes(file);
        var event = new EventDecoder().decode(new UnsafeBuffer(stored), 0, stored.length);
        assertArrayEquals(stored, written(new EventWriter().write(event, buffer, 0)));
    }

    @ParameterizedTest
    @MethodSource("brokenCommands")
    void refusesBrokenCommands(Path file) throws IOException {
        byte[] stored = Files.readAllBytes(file);
        CommandDecoder decoder = new CommandDecoder(Sealer.NONE);
        assertThrows(Violation.class, () -> decoder.wrap(new UnsafeBuffer(stored), 0, stored.length)
                .command());
    }

    @ParameterizedTest
    @MethodSource("brokenEvents")
    void refusesBrokenEvents(Path file) throws IOException {
        byte[] stored = Files.readAllBytes(file);
        assertThrows(Violation.class, () -> new EventDecoder().decode(new UnsafeBuffer(stored), 0, stored.length));
    }

    private byte[] written(int length) {
        byte[] bytes = new byte[length];
        buffer.getBytes(0, bytes);
        return bytes;
    }
}
