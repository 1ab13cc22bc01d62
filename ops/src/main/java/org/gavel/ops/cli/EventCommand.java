package org.gavel.ops.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.gavel.exchange.vault.SealingKey;
import org.gavel.ops.config.NodeConfig;
import org.gavel.ops.event.EventFile;
import org.gavel.ops.event.LoadCommand;
import org.gavel.ops.remote.EventLoad;
import org.gavel.ops.remote.NodeLink;
import org.gavel.ops.remote.RemoteFailure;
import org.gavel.ops.yaml.InvalidFile;
import org.gavel.ops.yaml.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gavel event}: checks an event file, and announces it on a running node. */
@Command(
        name = "event",
        description = "Checks event files and loads them into a running node.",
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nExample:%n",
        footer = {"  gavel event check event.yaml", "  gavel event load event.yaml --config node.yaml"})
public final class EventCommand extends CommandGroup {
    @Spec
    private CommandSpec spec;

    @Command(
            mixinStandardHelpOptions = true,
            description = "Reads the file and names every problem with its line; exits with 1 where it is invalid.")
    int check(
            @Parameters(paramLabel = "FILE", description = "The event file.") Path file,
            @Option(names = "--json", description = "Print the result as JSON.") boolean json) {
        EventFile event = EventFile.read(file);
        EventReport report = new EventReport(event);
        Printed printed = new Printed(spec, json);
        event.problems().forEach(problem -> printed.message(problem.in(file)));
        if (json) {
            printed.json(report.json());
        } else {
            report.lines().forEach(printed::data);
        }
        return event.isValid() ? ExitCodes.OK : ExitCodes.FAILED;
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Announces the event on a running node, one command after the other, and stops at the first"
                    + " refusal. Loading the same file again changes nothing; a load that broke off goes on where it"
                    + " stopped.")
    int load(
            @Parameters(paramLabel = "FILE", description = "The event file.") Path file,
            @Mixin NodeOptions node,
            @Option(
                            names = "--reason",
                            paramLabel = "TEXT",
                            converter = Converters.Reason.class,
                            description = "Why; it stands in the journal. Where not given: the file and its SHA-256.")
                    String reason,
            @Option(names = "--json", description = "Print the result as JSON.") boolean json)
            throws InvalidFile, IOException, RemoteFailure {
        EventFile event = EventFile.read(file);
        event.problems().stream()
                .filter(Problem::warning)
                .forEach(p -> spec.commandLine().getErr().println(p.in(file)));
        NodeConfig config = node.readWithKeys();
        checkVenue(event, config);
        List<LoadCommand> commands = event.commands(SealingKey.load(config.keys()));
        String why =
                Optional.ofNullable(reason).orElse("event load " + event.plan().event() + " sha256 " + event.sha256());
        LoadProgress progress = new LoadProgress(spec.commandLine().getErr(), file, commands.size());
        try (NodeLink link = node.connect(config, why)) {
            EventLoad.Result result = new EventLoad(link, commands, progress).run();
            return progress.finish(new Printed(spec, json), result);
        }
    }

    private static void checkVenue(EventFile event, NodeConfig config) throws InvalidFile {
        String venue = event.plan().venue();
        if (!venue.equals(config.venue())) {
            String sentence = "is \"" + venue + "\", but " + config.file() + " says \"" + config.venue() + "\"";
            throw new InvalidFile(event.path(), List.of(new Problem(0, "venue", sentence, false)));
        }
    }
}
