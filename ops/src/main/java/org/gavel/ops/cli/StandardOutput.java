package org.gavel.ops.cli;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Where commands print their data. A print writer keeps to itself what its stream cannot do, so a write that fails is an
 * {@link OutputLost}, which it lets through. As safe for threads as the stream below.
 */
final class StandardOutput extends OutputStream {
    private final OutputStream stream;

    StandardOutput(OutputStream stream) {
        this.stream = stream;
    }

    @Override
    public void write(int one) {
        try {
            stream.write(one);
        } catch (IOException e) {
            throw new OutputLost(e);
        }
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        try {
            stream.write(bytes, offset, length);
        } catch (IOException e) {
            throw new OutputLost(e);
        }
    }

    @Override
    public void flush() {
        try {
            stream.flush();
        } catch (IOException e) {
            throw new OutputLost(e);
        }
    }
}
