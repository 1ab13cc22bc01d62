package org.gavel.ops.simulate;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * The lines of a simulation as bytes: whether they are text, and which, is for {@link Simulation#line(byte[])} to say, so
 * that one bad line does not end the run. A line ends with a line feed or with the file; a carriage return before the
 * line feed is white space of the line. For one thread.
 */
public final class SimulationFile implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private final InputStream in;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    public SimulationFile(InputStream in) {
        this.in = new BufferedInputStream(in, BUFFER);
    }

    /** The next line without its end; empty behind the last. Of one longer than a line may be, as much as shows it. */
    public Optional<byte[]> next() throws IOException {
        line.reset();
        int read = in.read();
        if (read < 0) {
            return Optional.empty();
        }
        while (read >= 0 && read != '\n') {
            if (line.size() <= Simulation.MAX_LINE) {
                line.write(read);
            }
            read = in.read();
        }
        return Optional.of(line.toByteArray());
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
