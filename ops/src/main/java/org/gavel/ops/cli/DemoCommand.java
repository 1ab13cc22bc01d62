package org.gavel.ops.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.gavel.ops.demo.Demo;
import org.gavel.ops.demo.DemoSettings;
import org.gavel.ops.demo.DemoSummary;
import org.gavel.ops.yaml.InvalidFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gavel demo}: a live roadshow on this machine. */
@Command(
        name = "demo",
        description = {
            "Starts a node on loopback with a disk journal and the embedded ledger, loads a shipped roadshow of",
            "fourteen lots and lets simulated bidders bid through the public protocol. Data in DIR is continued."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  gavel demo", "  gavel demo --fast --json --data ./demo-data --port 0"})
public final class DemoCommand implements Callable<Integer> {
    /** How many times as fast a fast demonstration's clock runs. */
    private static final int FAST = 20;

    @Option(names = "--data", paramLabel = "DIR", description = "Where the data is kept; ${DEFAULT-VALUE} by default.")
    private Path data = Path.of("gavel-demo");

    @Option(names = "--port", paramLabel = "N", description = "0 = any free port; ${DEFAULT-VALUE} by default.")
    private int port = 8080;

    @Option(names = "--fast", description = "Run the same path with the clock accelerated, and exit at the end.")
    private boolean fast;

    @Option(names = "--seed", paramLabel = "N", description = "Of the simulated bidders; ${DEFAULT-VALUE} by default.")
    private long seed = 1;

    @Option(names = "--json", description = "Print the summary as JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InvalidFile {
        DemoSettings settings = new DemoSettings(data, port, fast ? FAST : 1, seed);
        Demo demo = new Demo(settings, System.err, ServeCommand::stopAtFault);
        Thread drain = new Thread(demo::close, "gavel-drain");
        Runtime.getRuntime().addShutdownHook(drain);
        spec.commandLine().getErr().println(demo.welcome());
        while (true) {
            spec.commandLine().getErr().println(demo.runRound().text());
            if (fast) {
                print(demo.finish());
                return ExitCodes.OK;
            }
            print(demo.summary());
            demo.pause();
        }
    }

    private void print(DemoSummary summary) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(json ? summary.json() : summary.text());
        out.flush();
    }
}
