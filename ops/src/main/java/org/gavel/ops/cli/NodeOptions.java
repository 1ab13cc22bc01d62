package org.gavel.ops.cli;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import org.gavel.gateway.access.TokenKeys;
import org.gavel.loadtest.client.Outcome;
import org.gavel.ops.config.NodeConfig;
import org.gavel.ops.remote.NodeAddress;
import org.gavel.ops.remote.NodeLink;
import org.gavel.ops.remote.RemoteFailure;
import org.gavel.ops.yaml.InvalidFile;
import org.gavel.protocol.command.RecordToken;
import org.gavel.protocol.value.Role;
import picocli.CommandLine.Option;

/** Which node a command is for, and which member of staff gives it. */
class NodeOptions {
    private static final String STAFF = "9001";
    private static final Duration VALID = Duration.ofMinutes(10);
    private static final int TOKEN_NUMBER_BYTES = 12;

    @Option(names = "--config", required = true, paramLabel = "FILE", description = "The node's configuration.")
    private Path config;

    @Option(
            names = "--actor",
            defaultValue = STAFF,
            paramLabel = "N",
            converter = Converters.Subject.class,
            description = "The staff number on record for this act; ${DEFAULT-VALUE} where not given.")
    private long actor;

    Path configFile() {
        return config;
    }

    long actor() {
        return actor;
    }

    NodeConfig readWithKeys() throws InvalidFile {
        return NodeConfig.readWithKeys(config);
    }

    /** Connects as an operator, with a token made for this act. */
    NodeLink connect(NodeConfig read) throws RemoteFailure {
        return connect(read, tokenNumber(), expiring(VALID));
    }

    /** The same, and puts the token on record with the reason, for acts that have none of their own. */
    NodeLink connect(NodeConfig read, String reason) throws RemoteFailure {
        Instant expires = expiring(VALID);
        String number = tokenNumber();
        NodeLink node = connect(read, number, expires);
        Outcome outcome = node.act(new RecordToken(number, actor, Role.OPERATOR, micros(expires), reason));
        if (!outcome.accepted()) {
            node.close();
            throw new RemoteFailure("the node refused " + Printed.refusal(outcome));
        }
        return node;
    }

    private NodeLink connect(NodeConfig read, String number, Instant expires) throws RemoteFailure {
        NodeAddress address = NodeAddress.of(read);
        String token = TokenKeys.load(read.keys()).issue(read.venue(), actor, Role.OPERATOR, expires, number);
        return NodeLink.open(address, token);
    }

    /** Whole seconds, as tokens have them. */
    static Instant expiring(Duration validity) {
        return Instant.now().plus(validity).truncatedTo(ChronoUnit.SECONDS);
    }

    static long micros(Instant time) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, time);
    }

    static String tokenNumber() {
        byte[] number = new byte[TOKEN_NUMBER_BYTES];
        new SecureRandom().nextBytes(number);
        return HexFormat.of().formatHex(number);
    }
}
