package org.gavel.ops.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gavel.exchange.transparency.ProofCheck.Proven;
import org.gavel.protocol.codec.json.CanonicalJson;
import org.gavel.protocol.codec.json.JsonCodec;
import org.gavel.protocol.command.Origin;
import org.gavel.protocol.reject.InvalidValue;
import org.gavel.protocol.value.Money;

/** What a proof proves, for people: one sentence, then one for each party that says more. */
final class ProofSentence {
    private ProofSentence() {}

    static List<String> of(Proven proven) {
        List<String> lines = new ArrayList<>();
        String asked = proven.record().command().map(ProofSentence::asked).orElse("a command this proof keeps sealed");
        String who = proven.record().origin().map(ProofSentence::who).orElse("somebody this proof keeps sealed");
        lines.add("PROVEN: record " + proven.entry().sequence() + " of the log "
                + proven.head().origin() + " is "
                + asked + ", asked by " + who + " and taken at "
                + Printed.time(proven.entry().timestamp()) + " by the venue's clock; the venue's key has signed "
                + proven.head().size() + " records among which it is.");
        proven.cosigned()
                .forEach((witness, seconds) -> lines.add("Cosigned by " + witness.name() + " at "
                        + Instant.ofEpochSecond(seconds) + ": until then the log had only grown."));
        proven.earlier()
                .ifPresent(earlier -> lines.add("The log goes on from its checkpoint of "
                        + earlier.proof().first() + " records with the root "
                        + earlier.root().base64() + "."));
        if (proven.strangers() > 0) {
            lines.add("Not considered: " + proven.strangers() + " signatures of keys you did not name (--witness).");
        }
        lines.add(
                "It proves that this was asked and when, not that it was accepted: what the market answered follows from"
                        + " replaying the journal (gavel audit timeline).");
        return lines;
    }

    private static String who(Origin origin) {
        String cid = origin.cid().isNone() ? "" : ", cid " + origin.cid();
        String approver = origin.approver() == 0 ? "" : ", approved by " + origin.approver();
        return origin.role() + " " + origin.actor() + " (" + origin.channel() + cid + approver + ")";
    }

    /** The amount of a bid in yuan; everything else as the journal has it. */
    private static String asked(String command) {
        ObjectNode fields = JsonCodec.parse(command);
        String op = fields.path("op").asText();
        JsonNode lot = fields.path("lot");
        StringBuilder said = new StringBuilder(op);
        if (lot.isIntegralNumber()) {
            said.append(" on lot ").append(lot.asLong());
        }
        amount(fields).ifPresent(yuan -> said.append(" of ").append(yuan).append(" yuan"));
        return op.equals("PlaceBid") ? said.toString() : said + " " + CanonicalJson.write(fields);
    }

    private static Optional<String> amount(ObjectNode fields) {
        try {
            return fields.path("amount").isTextual()
                    ? Optional.of(Money.parse(fields.get("amount").textValue()).yuan())
                    : Optional.empty();
        } catch (InvalidValue e) {
            return Optional.empty();
        }
    }
}
