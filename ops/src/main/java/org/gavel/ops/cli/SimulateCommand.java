package org.gavel.ops.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.gavel.ops.simulate.Simulation;
import org.gavel.ops.simulate.SimulationFile;
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
        try (SimulationFile in = open()) {
            for (Optional<byte[]> line = in.next(); line.isPresent(); line = in.next()) {
                simulation.line(line.get());
            }
        } finally {
            out.flush();
        }
        simulation.finish();
        out.flush();
        spec.commandLine()
                .getErr()
                .printf("applied %d commands, state %s%n", simulation.sequence(), simulation.stateHash());
        return simulation.refusedLines() == 0 ? ExitCodes.OK : ExitCodes.FAILED;
    }

    private SimulationFile open() throws IOException {
        if (source.equals("-")) {
            return new SimulationFile(System.in);
        }
        if (source.isEmpty()) {
            throw new IOException("the name of the file is empty; name a file of lines, or - for standard input");
        }
        Path file = Path.of(source);
        if (Files.isDirectory(file)) {
            throw new IOException(file + " is a directory; name a file of lines");
        }
        return new SimulationFile(Files.newInputStream(file));
    }
}
