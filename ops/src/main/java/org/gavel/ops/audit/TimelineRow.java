package org.gavel.ops.audit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.gavel.exchange.audit.AuditedRecord;
import org.gavel.exchange.audit.Outcome;
import org.gavel.exchange.audit.Pseudonyms;
import org.gavel.protocol.codec.json.CanonicalJson;
import org.gavel.protocol.event.Event;
import org.gavel.protocol.reject.RejectReason;

/** One record of a timeline in its three forms: lines for people, one line of JSON, one row of CSV. */
public final class TimelineRow {
    /** The head of the CSV form. */
    public static final List<String> COLUMNS = List.of(
            "seq",
            "time",
            "who",
            "role",
            "channel",
            "approver",
            "gateway",
            "receivedAt",
            "op",
            "lot",
            "command",
            "outcome",
            "code",
            "name",
            "sentence",
            "reason",
            "events");

    private final AuditedRecord record;
    private final Pseudonyms people;

    public TimelineRow(AuditedRecord record, Pseudonyms people) {
        this.record = record;
        this.people = people;
    }

    /** One object; amounts in fen as on the wire, times in microseconds and for people. */
    public ObjectNode json() {
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        row.put("seq", record.sequence())
                .put("at", record.at())
                .put("time", AuditTime.write(record.at()))
                .put("who", people.who(record))
                .put("role", record.origin().role().name())
                .put("channel", record.origin().channel().name())
                .put("approver", record.origin().approver())
                .put("gateway", record.origin().gateway())
                .put("receivedAt", record.origin().receivedAt())
                .put("op", record.op());
        if (people.disclosed()) {
            row.put("cid", record.origin().cid().toString())
                    .put("session", record.origin().session());
        }
        row.set("command", people.show(record));
        row.put("outcome", record.outcome().name());
        if (record.reason() != RejectReason.NONE) {
            row.put("code", record.reason().code())
                    .put("name", record.reason().name())
                    .put("sentence", record.sentence());
        }
        if (record.outcome() == Outcome.REPEATED) {
            row.put("original", record.original());
        }
        ArrayNode events = row.putArray("events");
        record.events().forEach(event -> events.add(people.show(record, event)));
        return row;
    }

    /** A line for the record, and one for each event. */
    public String text() {
        StringBuilder text = new StringBuilder(head());
        for (Event event : record.events()) {
            ObjectNode shown = people.show(record, event);
            text.append("\n            ")
                    .append(shown.path("event").asText())
                    .append("  ")
                    .append(Words.fields(shown, "event"));
        }
        return text.toString();
    }

    private String head() {
        String received = record.origin().receivedAt() == 0
                ? ""
                : "  received " + AuditTime.write(record.origin().receivedAt()) + " at gateway "
                        + record.origin().gateway();
        String approver = record.origin().approver() == 0
                ? ""
                : ", approved by " + record.origin().approver();
        return String.format(
                Locale.ROOT,
                "%10d  %s  %s%s via %s  %s  %s%s%n            %s",
                record.sequence(),
                AuditTime.write(record.at()),
                people.who(record),
                approver,
                record.origin().channel(),
                record.op(),
                Words.fields(people.show(record), "op"),
                received,
                outcome());
    }

    /** What became of it, in words. */
    String outcome() {
        String refused = record.reason().code() + " " + record.reason() + ": " + record.sentence();
        return switch (record.outcome()) {
            case ACCEPTED -> "ACCEPTED";
            case REJECTED -> "REJECTED " + refused;
            case REPEATED ->
                "REPEATED the answer of sequence " + record.original()
                        + (record.reason() == RejectReason.NONE ? "" : ": " + refused);
            case UNKNOWN -> "UNKNOWN: not replayed, and the event log does not reach here";
        };
    }

    /** One row under {@link #COLUMNS}. */
    public String csv() {
        boolean refused = record.reason() != RejectReason.NONE;
        String events = record.events().stream()
                .map(event -> CanonicalJson.write(people.show(record, event)))
                .collect(Collectors.joining(" "));
        return Csv.row(List.of(
                Long.toString(record.sequence()),
                AuditTime.write(record.at()),
                people.who(record),
                record.origin().role().name(),
                record.origin().channel().name(),
                Long.toString(record.origin().approver()),
                Integer.toString(record.origin().gateway()),
                AuditTime.write(record.origin().receivedAt()),
                record.op(),
                Integer.toString(record.lot()),
                CanonicalJson.write(people.show(record)),
                record.outcome().name(),
                refused ? Integer.toString(record.reason().code()) : "",
                refused ? record.reason().name() : "",
                record.sentence(),
                record.command().path("reason").asText(),
                events));
    }
}
