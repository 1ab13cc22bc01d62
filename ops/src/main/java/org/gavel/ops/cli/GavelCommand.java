package org.gavel.ops.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.ScopeType;

/** {@code gavel}: the one command of the project; every task is a subcommand. */
@Command(
        name = "gavel",
        synopsisSubcommandLabel = "COMMAND",
        usageHelpAutoWidth = true,
        description = "Runs, drives and audits a real-time auction exchange.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:failed, or refused by the venue",
            "2:the command line is wrong",
            "3:verification failed"
        },
        subcommands = {
            DemoCommand.class,
            ServeCommand.class,
            EventCommand.class,
            KeysCommand.class,
            TokenCommand.class,
            LotCommand.class,
            ListingCommand.class,
            DealCommand.class,
            BookCommand.class,
            RoadshowCommand.class,
            RulebookCommand.class,
            EnvelopeKeyCommand.class,
            EnvelopesCommand.class,
            IdentityCommand.class,
            SimulateCommand.class,
            AuditCommand.class,
            JournalCommand.class,
            ProofCommand.class,
            WitnessCommand.class
        })
public final class GavelCommand extends CommandGroup {
    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Show the stack trace of a failure.")
    private boolean debug;

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /** The command line, ready to execute; it writes to the standard streams unless told otherwise. */
    public static CommandLine commandLine() {
        return commandLine(new FileOutputStream(FileDescriptor.out));
    }

    static CommandLine commandLine(OutputStream out) {
        GavelCommand root = new GavelCommand();
        CommandLine commandLine = new CommandLine(root)
                .setOut(new PrintWriter(new StandardOutput(out), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
                .setExecutionStrategy(GavelCommand::execute)
                .setExecutionExceptionHandler(new Failures(() -> root.debug));
        addHelp(commandLine);
        return commandLine;
    }

    /** A command is done when what it printed is written. */
    private static int execute(ParseResult parsed) {
        CommandLine commandLine = parsed.commandSpec().commandLine();
        try {
            int code = new RunLast().execute(parsed);
            commandLine.getOut().flush();
            return code;
        } catch (OutputLost lost) {
            throw new ExecutionException(commandLine, lost.getMessage(), lost);
        }
    }

    /** Every command, however deep, explains itself; those that are methods ask for it themselves. */
    private static void addHelp(CommandLine commandLine) {
        CommandSpec spec = commandLine.getCommandSpec();
        if (!(spec.userObject() instanceof Method)) {
            spec.mixinStandardHelpOptions(true);
        }
        spec.versionProvider(new Release());
        commandLine.getSubcommands().values().forEach(GavelCommand::addHelp);
    }

    /** The release as it stands in the jar. */
    static final class Release implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = GavelCommand.class.getPackage().getImplementationVersion();
            return new String[] {"gavel " + (version == null ? "(not built as a jar)" : version)};
        }
    }
}
