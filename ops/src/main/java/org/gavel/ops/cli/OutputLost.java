package org.gavel.ops.cli;

import java.io.IOException;

/** What a command prints cannot be written. It ends the command: nobody else would notice that data is missing. */
final class OutputLost extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OutputLost(IOException cause) {
        super("standard output cannot be written, so what was printed is not whole: " + cause.getMessage(), cause);
    }

    /** Whether who read it has seen enough, as {@code head} has: no mistake, and nobody to tell. */
    boolean isReaderGone() {
        return "Broken pipe".equals(getCause().getMessage());
    }
}
