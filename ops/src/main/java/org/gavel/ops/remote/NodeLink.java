package org.gavel.ops.remote;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Supplier;
import org.gavel.loadtest.client.ClientOptions;
import org.gavel.loadtest.client.Outcome;
import org.gavel.loadtest.client.Patience;
import org.gavel.loadtest.client.SyncClient;
import org.gavel.loadtest.link.Endpoint;
import org.gavel.loadtest.link.RequestRefused;
import org.gavel.protocol.command.Command;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.ClientId;

/** An authenticated connection to a running node. For one thread. */
public final class NodeLink implements AutoCloseable {
    /** Spreads reconnects of a crowd; one command line needs no spread. */
    private static final long SEED = 1;

    private final SyncClient client;
    private final NodeAddress address;

    private NodeLink(SyncClient client, NodeAddress address) {
        this.client = client;
        this.address = address;
    }

    public static NodeLink open(NodeAddress address, String token) throws RemoteFailure {
        ClientOptions options = ClientOptions.participant(new Endpoint(address.host(), address.port()), token, SEED)
                .with(Patience.BRIEF);
        return new NodeLink(explained(address, () -> SyncClient.open(options)), address);
    }

    /** The result of a session operation without fields. */
    public ObjectNode ask(String op) throws RemoteFailure {
        return explained(address, () -> client.ask(op));
    }

    /** The result of a session operation. */
    public ObjectNode ask(String op, ObjectNode fields) throws RemoteFailure {
        return explained(address, () -> client.ask(op, fields));
    }

    /** All that {@code ListLots} or {@code ListBooks} lists, read by the page. */
    public ObjectNode list(String op) throws RemoteFailure {
        ObjectNode all = ask(op);
        while (all.has("next")) {
            ObjectNode after = JsonNodeFactory.instance.objectNode();
            after.set("after", all.remove("next"));
            join(all, ask(op, after));
        }
        return all;
    }

    private static void join(ObjectNode all, ObjectNode page) {
        page.properties().forEach(field -> {
            if (field.getValue() instanceof ArrayNode more && all.get(field.getKey()) instanceof ArrayNode known) {
                known.addAll(more);
            } else {
                all.set(field.getKey(), field.getValue());
            }
        });
    }

    /** Sends a command under a cid that nothing else has. */
    public Outcome act(Command command) throws RemoteFailure {
        return resolved(explained(address, () -> client.submit(command)));
    }

    /** Sends a command under a cid of its own, so that the same act done twice is known. */
    public Outcome act(Command command, ClientId cid) throws RemoteFailure {
        return resolved(explained(address, () -> client.submit(command, cid)));
    }

    private Outcome resolved(Outcome outcome) throws RemoteFailure {
        if (outcome.unresolved()) {
            throw new RemoteFailure("the connection to " + address + " was lost before the node said what became of"
                    + " the command: it may have been applied; look with bin/gavel lot list before repeating it");
        }
        return outcome;
    }

    private static <T> T explained(NodeAddress address, Supplier<T> request) throws RemoteFailure {
        try {
            return request.get();
        } catch (RequestRefused refused) {
            throw refused.reason() == RejectReason.UNKNOWN_OUTCOME ? unreachable(address, refused) : refusal(refused);
        }
    }

    private static RemoteFailure refusal(RequestRefused refused) {
        return new RemoteFailure("the node refused " + refused.getMessage(), refused);
    }

    private static RemoteFailure unreachable(NodeAddress address, RequestRefused refused) {
        String sentence = "no node answers at " + address + "; start it with bin/gavel serve --config FILE, or set"
                + " listen.host and listen.port of the configuration to where it listens";
        return new RemoteFailure(sentence, refused);
    }

    @Override
    public void close() {
        client.close();
    }
}
