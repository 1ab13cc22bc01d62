package org.gavel.ops.cli;

import java.io.IOException;
import java.util.function.BiFunction;
import org.gavel.ops.remote.NodeLink;
import org.gavel.ops.remote.RemoteFailure;
import org.gavel.ops.yaml.InvalidFile;
import org.gavel.protocol.command.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** One act of the venue's staff on a numbered thing, with the reason that is published. */
final class StaffAct {
    @Parameters(paramLabel = "N", converter = Converters.Id.class, description = "Its number.")
    private int number;

    @Option(
            names = "--reason",
            required = true,
            paramLabel = "TEXT",
            converter = Converters.Reason.class,
            description = "Why; it is published with the act.")
    private String reason;

    @Mixin
    private StaffOptions node;

    @Option(names = "--json", description = "Print the outcome as JSON.")
    private boolean json;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    /** Sends the command made of number and reason, prints its outcome, and says what to exit with. */
    int run(String verb, BiFunction<Integer, String, Command> command) throws InvalidFile, IOException, RemoteFailure {
        try (NodeLink link = node.connect()) {
            return new Printed(spec, json).outcome(verb + " " + number, link.act(command.apply(number, reason)));
        }
    }

    /** Has the node hold the command made of number and reason until a second person approves it. */
    int request(BiFunction<Integer, String, Command> command) throws InvalidFile, IOException, RemoteFailure {
        try (NodeLink link = node.connect()) {
            Printed printed = new Printed(spec, json);
            return new HeldActs(link, printed).request(command.apply(number, reason));
        }
    }
}
