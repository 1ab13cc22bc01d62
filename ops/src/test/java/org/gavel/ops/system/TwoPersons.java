package org.gavel.ops.system;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.gavel.loadtest.link.Endpoint;

/** Two members of the staff, each with a connection of their own: what the first asks for the second approves. */
final class TwoPersons {
    private final Endpoint endpoint;
    private final String first;
    private final String second;

    TwoPersons(Endpoint endpoint, String firstToken, String secondToken) {
        this.endpoint = endpoint;
        this.first = firstToken;
        this.second = secondToken;
    }

    void terminate(int lot, String reason) {
        try (RawSocket asks = RawSocket.signedIn(endpoint, first);
                RawSocket approves = RawSocket.signedIn(endpoint, second)) {
            String act = "{\"op\":\"TerminateLot\",\"cid\":\"end-" + lot + "\",\"lot\":" + lot + ",\"reason\":\""
                    + reason + "\"}";
            var held =
                    asks.ask("{\"op\":\"RequestApproval\",\"act\":" + act + "}").path("r");
            var answer = approves.ask("{\"op\":\"ApproveAct\",\"approval\":" + held.path("approval") + ",\"hash\":"
                    + held.path("hash") + "}");
            assertTrue(answer.path("ok").booleanValue(), answer::toString);
        }
    }
}
