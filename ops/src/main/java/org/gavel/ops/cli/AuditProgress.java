package org.gavel.ops.cli;

import java.io.PrintWriter;
import java.util.Locale;
import org.gavel.exchange.audit.Progress;

/** Shows how far a reading is, a line for so many records; short journals show nothing. */
final class AuditProgress implements Progress {
    static final int SHOW_EVERY = 100_000;

    private final PrintWriter err;

    AuditProgress(PrintWriter err) {
        this.err = err;
    }

    @Override
    public void at(long done, long total) {
        if (done % SHOW_EVERY == 0 || (done == total && done > SHOW_EVERY)) {
            err.printf(Locale.ROOT, "read %,d of %,d records%n", done, total);
            err.flush();
        }
    }
}
