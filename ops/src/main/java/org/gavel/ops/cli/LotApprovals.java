package org.gavel.ops.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.gavel.ops.remote.NodeLink;
import org.gavel.ops.remote.RemoteFailure;
import org.gavel.ops.yaml.InvalidFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The second person's commands of {@code gavel lot}. */
final class LotApprovals {
    private LotApprovals() {}

    /** What one of them does on a connection. */
    @FunctionalInterface
    private interface Step {
        int on(HeldActs acts) throws RemoteFailure;
    }

    /** What they share. */
    private abstract static class OnNode implements Callable<Integer> {
        @Mixin
        private StaffOptions node;

        @Option(names = "--json", description = "Print what the node says as JSON.")
        private boolean json;

        @Spec
        private CommandSpec spec;

        int connected(Step step) throws InvalidFile, IOException, RemoteFailure {
            try (NodeLink link = node.connect()) {
                return step.on(new HeldActs(link, new Printed(spec, json)));
            }
        }
    }

    /** {@code gavel lot approvals}. */
    @Command(name = "approvals", description = "Lists the acts that wait for a second person.")
    static final class Waiting extends OnNode {
        @Override
        public Integer call() throws InvalidFile, IOException, RemoteFailure {
            return connected(HeldActs::list);
        }
    }

    /** {@code gavel lot approve}. */
    @Command(
            name = "approve",
            description = "Approves an act that somebody else asked for; it is done at once.",
            footerHeading = "%nExample:%n",
            footer = "  gavel lot approve 1764293640000001 --hash 4f0c... --config node.yaml --token-file second.jwt")
    static final class Approve extends OnNode {
        @Parameters(paramLabel = "APPROVAL", converter = Converters.Held.class, description = "Its number.")
        private long approval;

        @Option(
                names = "--hash",
                required = true,
                paramLabel = "HEX",
                description = "The act's hash as listed: it says what exactly is approved.")
        private String hash;

        @Override
        public Integer call() throws InvalidFile, IOException, RemoteFailure {
            return connected(acts -> acts.approve(approval, hash));
        }
    }

    /** {@code gavel lot decline}. */
    @Command(name = "decline", description = "Declines an act that waits for a second person; nothing is done.")
    static final class Decline extends OnNode {
        @Parameters(paramLabel = "APPROVAL", converter = Converters.Held.class, description = "Its number.")
        private long approval;

        @Override
        public Integer call() throws InvalidFile, IOException, RemoteFailure {
            return connected(acts -> acts.decline(approval));
        }
    }
}
