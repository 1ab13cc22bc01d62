package org.gavel.ops.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.gavel.ops.config.NodeConfig;
import org.gavel.ops.node.GavelNode;
import org.gavel.ops.node.NodePlan;
import org.gavel.ops.yaml.InvalidFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gavel serve}: a node for real use; no demo accounts, no default secrets. */
@Command(
        name = "serve",
        description = "Runs a node until it is told to stop (Ctrl-C or SIGTERM), which drains it cleanly.",
        footerHeading = "%nExample:%n",
        footer = "  gavel serve --config gavel.yaml")
public final class ServeCommand implements Callable<Integer> {
    /** The process's exit code after a fault of the node's own. */
    static final int FAULT_EXIT = 70;

    @Option(names = "--config", paramLabel = "FILE", required = true, description = "The node's configuration.")
    private Path config;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InvalidFile, InterruptedException {
        NodeConfig settings = NodeConfig.readWithKeys(config);
        spec.commandLine().getErr().println(settings.describe());
        settings.warnings().forEach(warning -> spec.commandLine().getErr().println(warning.in(config)));
        GavelNode node = GavelNode.start(NodePlan.of(settings), ServeCommand::stopAtFault);
        spec.commandLine()
                .getErr()
                .printf("serving on %s:%d%n", settings.listen().host(), node.port());
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            node.close();
                            stopped.countDown();
                        },
                        "gavel-drain"));
        stopped.await();
        return ExitCodes.OK;
    }

    /** A fault of ours, which the node has logged, ends the process: what is durable is safe, and nothing is guessed. */
    static void stopAtFault(Throwable fault) {
        Runtime.getRuntime().halt(FAULT_EXIT);
    }
}
