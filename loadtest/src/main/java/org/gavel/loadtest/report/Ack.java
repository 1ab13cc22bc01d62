package org.gavel.loadtest.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.gavel.protocol.reject.RejectReason;

/**
 * What the venue told one bidder of one command; whatever the journal says must agree with it.
 *
 * @param op {@code PlaceBid} or {@code HoldDeposit}
 * @param amount the bid in fen; 0 for a deposit
 * @param seq the outcome's sequence, 0 where it took no place or stayed unresolved
 * @param at the outcome's time in microseconds, 0 likewise
 * @param mistake true: the bidder broke a rule on purpose
 */
public record Ack(
        int participant,
        String cid,
        String op,
        int lot,
        long amount,
        long seq,
        long at,
        RejectReason reason,
        boolean repeated,
        boolean mistake) {

    ObjectNode json() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("participant", participant)
                .put("cid", cid)
                .put("op", op)
                .put("lot", lot)
                .put("amount", Long.toString(amount))
                .put("seq", seq)
                .put("at", at)
                .put("reason", reason.name())
                .put("repeated", repeated)
                .put("mistake", mistake);
    }

    static Ack of(ObjectNode json) {
        return new Ack(
                json.path("participant").asInt(),
                json.path("cid").asText(),
                json.path("op").asText(),
                json.path("lot").asInt(),
                Long.parseLong(json.path("amount").asText()),
                json.path("seq").asLong(),
                json.path("at").asLong(),
                RejectReason.valueOf(json.path("reason").asText()),
                json.path("repeated").asBoolean(),
                json.path("mistake").asBoolean());
    }
}
