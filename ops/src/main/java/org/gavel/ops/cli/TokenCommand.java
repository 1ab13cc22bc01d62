package org.gavel.ops.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.gavel.gateway.access.TokenKeys;
import org.gavel.loadtest.client.Outcome;
import org.gavel.ops.config.NodeConfig;
import org.gavel.ops.remote.NodeLink;
import org.gavel.ops.remote.RemoteFailure;
import org.gavel.ops.yaml.InvalidFile;
import org.gavel.protocol.command.RecordToken;
import org.gavel.protocol.value.Role;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gavel token}: lets a person in. The token is printed only after its issue is on record. */
@Command(
        name = "token",
        description = "Issues access tokens of a running node.",
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nExample:%n",
        footer =
                "  gavel token issue --config node.yaml --role bidder --subject 1001 --expires 8h --reason \"registered\"")
public final class TokenCommand extends CommandGroup {
    /** For whom the token is and how long it holds. */
    static final class Grant {
        @Option(
                names = "--role",
                required = true,
                paramLabel = "ROLE",
                converter = Converters.PersonRole.class,
                description = "bidder, clerk, operator, auditor or spectator.")
        private Role role;

        @Option(
                names = "--subject",
                required = true,
                paramLabel = "N",
                converter = Converters.Subject.class,
                description = "The participant's or staff member's number.")
        private long subject;

        @Option(
                names = "--expires",
                required = true,
                paramLabel = "DURATION",
                converter = Converters.Validity.class,
                description = "How long it holds: 8h, 30m, PT8H.")
        private Duration expires;

        @Option(
                names = "--reason",
                required = true,
                paramLabel = "TEXT",
                converter = Converters.Reason.class,
                description = "Why; it stands in the journal.")
        private String reason;
    }

    @Spec
    private CommandSpec spec;

    @Command(
            mixinStandardHelpOptions = true,
            description = "Puts the issue of a token on record, then prints the token on standard output.")
    int issue(
            @Mixin NodeOptions node,
            @Mixin Grant grant,
            @Option(names = "--json", description = "Print the token and its record as JSON.") boolean json)
            throws InvalidFile, IOException, RemoteFailure {
        NodeConfig config = node.readWithKeys();
        Instant expires = NodeOptions.expiring(grant.expires);
        String number = NodeOptions.tokenNumber();
        String token = TokenKeys.load(config.keys()).issue(config.venue(), grant.subject, grant.role, expires, number);
        long expiresAt = NodeOptions.micros(expires);
        try (NodeLink link = node.connect(config)) {
            Outcome outcome = link.act(new RecordToken(number, grant.subject, grant.role, expiresAt, grant.reason));
            return print(new Printed(spec, json), outcome, token, number, expires);
        }
    }

    private static int print(Printed printed, Outcome outcome, String token, String number, Instant expires) {
        if (!outcome.accepted()) {
            return printed.outcome("issue token", outcome);
        }
        if (printed.isJson()) {
            ObjectNode record = Printed.tree(outcome);
            record.put("token", token).put("number", number).put("expires", expires.toString());
            printed.json(record);
        } else {
            printed.data(token);
            printed.message("token " + number + " is on record at sequence " + outcome.seq() + ", expires " + expires);
        }
        return ExitCodes.OK;
    }
}
