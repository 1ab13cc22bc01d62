package org.gavel.ops.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gavel.loadtest.client.Outcome;
import org.gavel.protocol.codec.json.CanonicalJson;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.Money;
import picocli.CommandLine.Model.CommandSpec;

/** How commands print: data on standard output, messages on standard error. */
final class Printed {
    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean json;

    Printed(CommandSpec spec, boolean json) {
        this.out = spec.commandLine().getOut();
        this.err = spec.commandLine().getErr();
        this.json = json;
    }

    boolean isJson() {
        return json;
    }

    void json(JsonNode value) {
        out.println(CanonicalJson.write(value));
    }

    void data(String line) {
        out.println(line);
    }

    void message(String line) {
        err.println(line);
    }

    /** Rows under a header, columns as wide as their widest cell. */
    void table(List<List<String>> rows) {
        int columns = rows.get(0).size();
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        rows.forEach(row -> out.println(line(row, widths)));
    }

    private static String line(List<String> row, int[] widths) {
        return IntStream.range(0, row.size())
                .mapToObj(i -> row.get(i) + " ".repeat(widths[i] - row.get(i).length()))
                .collect(Collectors.joining("  "))
                .stripTrailing();
    }

    /** What became of one act, and what to exit with. */
    int outcome(String act, Outcome outcome) {
        if (json) {
            json(tree(outcome).put("act", act));
        }
        if (!outcome.accepted()) {
            message("refused: " + act + ": " + refusal(outcome));
            return ExitCodes.FAILED;
        }
        if (!json) {
            table(List.of(
                    List.of("ACT", "OUTCOME", "SEQUENCE", "AT"),
                    List.of(act, "accepted", Long.toString(outcome.seq()), time(outcome.at()))));
        }
        return ExitCodes.OK;
    }

    /** The refusal as one line: code, name and what to do. */
    static String refusal(Outcome outcome) {
        RejectReason reason = outcome.reason();
        return reason.code() + " " + reason + ": " + reason.sentence(outcome.detail());
    }

    static ObjectNode tree(Outcome outcome) {
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        tree.put("accepted", outcome.accepted())
                .put("seq", outcome.seq())
                .put("at", outcome.at())
                .put("repeated", outcome.repeated());
        RejectReason reason = outcome.reason();
        return outcome.accepted()
                ? tree
                : tree.put("code", reason.code())
                        .put("name", reason.name())
                        .put("message", reason.sentence(outcome.detail()));
    }

    /** Fen as the node writes them, for people; a dash for none. */
    static String yuan(JsonNode fen) {
        Money amount = Money.parse(fen.asText("0"));
        return amount.fen() == 0 ? "-" : amount.yuan();
    }

    static String orDash(String text) {
        return text.isBlank() ? "-" : text;
    }

    /** The English title, or the Chinese one where there is no other. */
    static String title(JsonNode title) {
        String english = title.path("en").asText();
        return english.isEmpty() ? title.path("zh").asText() : english;
    }

    /** Microseconds since 1970 for people, or a dash for 0. */
    static String time(long micros) {
        return micros == 0
                ? "-"
                : Instant.EPOCH
                        .plus(micros, ChronoUnit.MICROS)
                        .truncatedTo(ChronoUnit.MILLIS)
                        .toString();
    }
}
