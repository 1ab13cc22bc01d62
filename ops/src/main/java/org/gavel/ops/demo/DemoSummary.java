package org.gavel.ops.demo;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Optional;
import org.gavel.exchange.pipeline.Exchange;
import org.gavel.protocol.codec.json.CanonicalJson;
import org.gavel.protocol.command.StateDigest;

/**
 * What a demonstration ends with.
 *
 * @param sequence the record after which the state had this hash
 * @param ledgerAwards awards in the ledger: as many as lots sold
 */
public record DemoSummary(
        long sequence,
        long bidsAccepted,
        long bidsRejected,
        int lotsSold,
        int lotsUnsold,
        long turnover,
        int ledgerAwards,
        String stateHash,
        String auditCommand) {
    static DemoSummary of(Exchange exchange, DemoTally.Count count, int ledgerAwards, Path data) {
        Optional<StateDigest> digest = exchange.newestDigest();
        return new DemoSummary(
                digest.map(StateDigest::sequence).orElse(0L),
                count.bidsAccepted(),
                count.bidsRejected(),
                count.sold(),
                count.unsold(),
                count.turnover(),
                ledgerAwards,
                digest.map(StateDigest::stateHash).orElse(""),
                "bin/gavel audit verify " + data);
    }

    /** For machines: one line of canonical JSON; the turnover is fen. */
    public String json() {
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        fields.put("commands", sequence).put("stateHash", stateHash);
        fields.put("bidsAccepted", bidsAccepted).put("bidsRejected", bidsRejected);
        fields.put("lotsSold", lotsSold).put("lotsUnsold", lotsUnsold);
        fields.put("turnover", Long.toString(turnover)).put("ledgerAwards", ledgerAwards);
        return CanonicalJson.write(fields.put("audit", auditCommand));
    }

    /** For people. */
    public String text() {
        return String.join(
                System.lineSeparator(),
                "commands       " + sequence,
                "bids           " + bidsAccepted + " accepted, " + bidsRejected + " rejected",
                "lots           " + lotsSold + " sold, " + lotsUnsold + " unsold",
                "turnover       " + DemoTally.yuan(turnover) + " yuan",
                "ledger         " + ledgerAwards + " awards with contract draft and pending registration",
                "state hash     " + stateHash,
                "check it with  " + auditCommand);
    }
}
