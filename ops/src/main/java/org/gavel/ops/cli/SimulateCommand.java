package org.gavel.ops.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.gavel.ops.simulate.Simulation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gavel simulate FILE|-}: anyone checks a rule without a server. */
@Command(
        name = "simulate",
        description = "Runs commands (JSON Lines) through the deterministic engine and prints every event.",
        footerHeading = "%nExample:%n",
        footer = "  gavel simulate docs/examples/MR-T18.jsonl%nThe format is in docs/simulate.md.")
public final class SimulateCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE|-", description = "The commands; - reads standard input.")
    private String source;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = new PrintWriter(spec.commandLine().getOut());
        Simulation simulation = new Simulation(line -> out.append(line).append('\n'));
        try (BufferedReader in = open()) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                simulation.line(line);
            }
        }
        simulation.finish();
        out.flush();
        spec.commandLine()
                .getErr()
                .printf("applied %d commands, state %s%n", simulation.sequence(), simulation.stateHash());
        return simulation.refusedLines() == 0 ? ExitCodes.OK : ExitCodes.FAILED;
    }

    private BufferedReader open() throws IOException {
        return source.equals("-")
                ? new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))
                : Files.newBufferedReader(Path.of(source));
    }
}
