package org.gavel.loadtest.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.gavel.loadtest.link.Wire;

/**
 * Every answer a crowd got, one JSON object a line, handed to the operating system as it comes: what the crowd was
 * told survives the end of the crowd. Confined to one thread.
 */
public final class AckLog implements AutoCloseable {
    private final Writer out;

    private AckLog(Writer out) {
        this.out = out;
    }

    /** Begins the file anew, or, where there is none, keeps nothing. */
    public static AckLog to(Optional<Path> file) {
        try {
            return new AckLog(
                    file.isEmpty() ? Writer.nullWriter() : Files.newBufferedWriter(file.get(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("the acknowledgement log " + file.get() + " cannot be written", e);
        }
    }

    public void write(Ack ack) {
        try {
            out.write(ack.json() + "\n");
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("the acknowledgement log cannot be written", e);
        }
    }

    /** The answers in a log; a torn last line, as a killed crowd leaves it, is no answer. */
    public static List<Ack> read(Path file) {
        try {
            return Files.readAllLines(file, StandardCharsets.UTF_8).stream()
                    .flatMap(line -> Wire.read(line).stream())
                    .map(Ack::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the acknowledgement log " + file + " cannot be read", e);
        }
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the acknowledgement log cannot be closed", e);
        }
    }
}
