package org.gavel.ops.cli;

import java.io.IOException;
import org.gavel.ops.remote.RemoteFailure;
import org.gavel.ops.yaml.InvalidFile;
import org.gavel.protocol.command.StartRoadshow;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code gavel roadshow}: starts what has been announced. */
@Command(
        name = "roadshow",
        description = "Runs the roadshows of a running node.",
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nExample:%n",
        footer = "  gavel roadshow start 1 --config node.yaml --reason \"the hall is ready\"")
public final class RoadshowCommand extends CommandGroup {
    @Command(
            mixinStandardHelpOptions = true,
            description = "Opens the first lot of a roadshow; the others follow by themselves.")
    int start(@Mixin StaffAct act) throws InvalidFile, IOException, RemoteFailure {
        return act.run("start roadshow", StartRoadshow::new);
    }
}
