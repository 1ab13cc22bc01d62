package org.gavel.ops.cli;

import picocli.CommandLine.Command;

/** {@code gavel audit}: proves a journal, or shows where it is wrong. Never writes. */
@Command(
        name = "audit",
        description = "Proves a journal, or shows where it is wrong, and what it tells of a sale.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            AuditVerifyCommand.class,
            AuditReplayCommand.class,
            AuditTimelineCommand.class,
            AuditDiffCommand.class,
            AuditExportCommand.class,
            AuditWhatIfCommand.class,
            AuditScreenCommand.class
        })
public final class AuditCommand extends CommandGroup {}
