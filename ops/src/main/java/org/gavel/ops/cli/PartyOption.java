package org.gavel.ops.cli;

import picocli.CommandLine.Option;

/** Whom an act on a lot is about. */
final class PartyOption {
    @Option(
            names = "--participant",
            required = true,
            paramLabel = "N",
            converter = Converters.Id.class,
            description = "The participant's number.")
    private int number;

    int number() {
        return number;
    }
}
