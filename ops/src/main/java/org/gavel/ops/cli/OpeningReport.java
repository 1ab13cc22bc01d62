package org.gavel.ops.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.gavel.exchange.sealing.Finding;
import org.gavel.loadtest.client.Outcome;
import org.gavel.ops.remote.NodeLink;
import org.gavel.ops.remote.RemoteFailure;
import org.gavel.protocol.codec.json.CanonicalJson;
import org.gavel.protocol.codec.json.JsonCodec;
import org.gavel.protocol.command.OpenEnvelope;
import org.gavel.protocol.value.EnvelopeFault;
import org.gavel.protocol.value.Role;

/** What became of each envelope, by paddle; one that stays shut stops no other. */
final class OpeningReport {
    private static final String OPENED = "opened";

    private final Printed printed;
    private final String key;
    private final List<List<String>> rows = new ArrayList<>();
    private int left;

    OpeningReport(Printed printed, String key) {
        this.printed = printed;
        this.key = key;
        rows.add(List.of("PADDLE", "BIDDER", "OUTCOME", "AMOUNT"));
    }

    /** Opens the envelope on the node, or says why it stays shut. */
    void add(Finding finding, NodeLink link) throws RemoteFailure {
        if (finding.fault().isPresent()) {
            row(finding, fault(finding.fault().get()), "-");
            return;
        }
        OpenEnvelope opening = finding.opening().orElseThrow();
        Outcome outcome = link.act(opening);
        boolean accepted = outcome.accepted();
        String told = accepted ? OPENED : "refused " + Printed.refusal(outcome);
        row(finding, told, accepted ? opening.amount().yuan() : "-");
    }

    private void row(Finding finding, String outcome, String amount) {
        left += outcome.equals(OPENED) ? 0 : 1;
        String paddle = Integer.toString(finding.envelope().paddle());
        rows.add(List.of(paddle, Integer.toString(finding.envelope().bidder()), outcome, amount));
    }

    private String fault(EnvelopeFault fault) {
        return switch (fault) {
            case UNDECRYPTABLE ->
                "UNDECRYPTABLE: key " + key + " does not open it for this lot, paddle, round and commitment";
            case MISMATCH -> "MISMATCH: amount and salt inside are not those of its commitment";
        };
    }

    int finish() {
        if (printed.isJson()) {
            ArrayNode envelopes = JsonNodeFactory.instance.arrayNode();
            rows.subList(1, rows.size()).forEach(row -> envelopes
                    .addObject()
                    .put("paddle", Integer.parseInt(row.get(0)))
                    .put("bidder", Integer.parseInt(row.get(1)))
                    .put("outcome", row.get(2))
                    .put("amount", row.get(3)));
            ObjectNode report = JsonNodeFactory.instance.objectNode().put("left", left);
            report.set("envelopes", envelopes);
            printed.json(report);
        } else {
            printed.table(rows);
        }
        return end();
    }

    /** The openings as simulate takes them, all at this moment; faults on standard error. */
    int lines(List<Finding> findings, long actor) {
        long now = NodeOptions.micros(Instant.now());
        for (Finding finding : findings) {
            finding.opening().ifPresent(opening -> {
                ObjectNode line = JsonCodec.tree(opening);
                printed.data(
                        CanonicalJson.write(line.put("at", now).put("by", actor).put("role", Role.CLERK.name())));
            });
            finding.fault().ifPresent(fault -> {
                left++;
                printed.message("paddle " + finding.envelope().paddle() + ": " + fault(fault));
            });
        }
        return end();
    }

    private int end() {
        if (left > 0) {
            printed.message(left + " left unopened. It costs their bidders nothing unless two people void them"
                    + " (VoidEnvelope); their bidders can open them until the stage closes.");
        }
        return left == 0 ? ExitCodes.OK : ExitCodes.FAILED;
    }
}
