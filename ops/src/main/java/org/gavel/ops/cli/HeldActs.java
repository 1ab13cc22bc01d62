package org.gavel.ops.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.gavel.ops.remote.NodeLink;
import org.gavel.ops.remote.RemoteFailure;
import org.gavel.protocol.codec.json.CanonicalJson;
import org.gavel.protocol.codec.json.JsonCodec;
import org.gavel.protocol.command.Command;

/** The acts of two persons that a running node holds. */
final class HeldActs {
    private static final int CID_LENGTH = 16;

    private final NodeLink link;
    private final Printed printed;

    HeldActs(NodeLink link, Printed printed) {
        this.link = link;
        this.printed = printed;
    }

    /** Asks for the act and prints under which number and hash it waits. */
    int request(Command command) throws RemoteFailure {
        ObjectNode act =
                JsonCodec.tree(command).put("cid", NodeOptions.tokenNumber().substring(0, CID_LENGTH));
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        fields.set("act", act);
        return show(List.of(link.ask("RequestApproval", fields)));
    }

    int list() throws RemoteFailure {
        List<JsonNode> waiting = new ArrayList<>();
        link.ask("ListApprovals").path("approvals").forEach(waiting::add);
        return show(waiting);
    }

    int approve(long approval, String hash) throws RemoteFailure {
        return decided("ApproveAct", fields(approval).put("hash", hash), "approved and done");
    }

    int decline(long approval) throws RemoteFailure {
        return decided("DeclineAct", fields(approval), "declined; nothing is done");
    }

    private static ObjectNode fields(long approval) {
        return JsonNodeFactory.instance.objectNode().put("approval", approval);
    }

    private int decided(String op, ObjectNode fields, String outcome) throws RemoteFailure {
        ObjectNode result = link.ask(op, fields);
        if (printed.isJson()) {
            printed.json(result);
        } else {
            printed.data("act " + fields.get("approval") + " is " + outcome);
        }
        return ExitCodes.OK;
    }

    private int show(List<JsonNode> acts) {
        if (printed.isJson()) {
            acts.forEach(printed::json);
            return ExitCodes.OK;
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("APPROVAL", "ASKED BY", "EXPIRES", "ACT", "HASH"));
        for (JsonNode act : acts) {
            rows.add(List.of(
                    act.path("approval").asText(),
                    act.path("actor").asText(),
                    Printed.time(act.path("expiresAt").asLong()),
                    CanonicalJson.write(act.path("act")),
                    act.path("hash").asText()));
        }
        printed.table(rows);
        return ExitCodes.OK;
    }
}
