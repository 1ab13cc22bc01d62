package org.gavel.ops.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.gavel.gateway.access.TokenKeys;
import org.gavel.loadtest.client.ClientOptions;
import org.gavel.loadtest.client.Outcome;
import org.gavel.loadtest.client.SyncClient;
import org.gavel.loadtest.link.Endpoint;
import org.gavel.ops.event.LoadCommand;
import org.gavel.protocol.command.Command;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.ClientId;
import org.gavel.protocol.value.Role;

/** The demonstration's people: an operator who loads events, a clerk who runs them, all through the protocol. */
final class DemoStaff implements AutoCloseable {
    private static final Duration VALID = Duration.ofHours(12);
    private static final long OPERATOR = 9001;
    private static final long CLERK = 9002;

    private final String venue;
    private final TokenKeys tokens;
    private final SyncClient operator;
    private final SyncClient clerk;

    DemoStaff(String venue, TokenKeys tokens, Endpoint endpoint) {
        this.venue = venue;
        this.tokens = tokens;
        this.operator = open(endpoint, OPERATOR, Role.OPERATOR);
        this.clerk = open(endpoint, CLERK, Role.CLERK);
    }

    private SyncClient open(Endpoint endpoint, long number, Role role) {
        return SyncClient.open(ClientOptions.participant(endpoint, token(number, role), number));
    }

    String token(long number, Role role) {
        String jti = UUID.randomUUID().toString();
        return tokens.issue(venue, number, role, Instant.now().plus(VALID), jti);
    }

    /** Loads what the venue does not have yet; anything but a repetition is a failure of the demonstration. */
    void load(List<LoadCommand> commands) {
        for (LoadCommand one : commands) {
            submit(operator, one.command(), one.cid());
        }
    }

    void operate(Command command, String cid) {
        submit(operator, command, ClientId.parse(cid));
    }

    void clerk(Command command, String cid) {
        submit(clerk, command, ClientId.parse(cid));
    }

    /** Asks the clerk's act but accepts that it is too late for it. */
    boolean tryClerk(Command command) {
        return clerk.submit(command).accepted();
    }

    private static void submit(SyncClient client, Command command, ClientId cid) {
        Outcome outcome = client.submit(command, cid);
        if (!outcome.accepted()) {
            RejectReason reason = outcome.reason();
            throw new IllegalStateException(command.getClass().getSimpleName() + " was refused: " + reason + ". "
                    + reason.sentence(outcome.detail()));
        }
    }

    /** The state of a roadshow as everybody sees it, or empty where it is unknown. */
    String roadshowState(int roadshow) {
        ObjectNode listed = operator.ask("ListLots");
        for (JsonNode one : listed.path("roadshows")) {
            if (one.path("roadshow").asInt() == roadshow) {
                return one.path("state").asText();
            }
        }
        return "";
    }

    /** Lots that stand paused now. */
    List<Integer> pausedLots() {
        return operator.ask("ListLots")
                .path("lots")
                .valueStream()
                .filter(lot -> lot.path("state").asText().equals("PAUSED"))
                .map(lot -> lot.path("lot").asInt())
                .toList();
    }

    @Override
    public void close() {
        operator.close();
        clerk.close();
    }
}
