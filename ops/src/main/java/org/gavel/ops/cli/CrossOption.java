package org.gavel.ops.cli;

import picocli.CommandLine.Option;

/** When a call crosses, for the acts that begin one. */
final class CrossOption {
    @Option(
            names = "--cross-at",
            paramLabel = "TIME",
            converter = Converters.Moment.class,
            description = "When the call crosses, such as 2026-12-01T10:30:00+08:00.")
    private long at;

    /** Microseconds since 1970, 0 for a call that staff ends. */
    long at() {
        return at;
    }
}
