package org.gavel.ops.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import org.gavel.protocol.codec.json.CanonicalJson;
import org.gavel.protocol.value.Money;

/** Commands and events in one line for people: amounts in yuan, times in Beijing time. */
final class Words {
    private static final int LONGEST = 160;
    private static final Set<String> AMOUNTS =
            Set.of("amount", "price", "nextMinimum", "deposit", "free", "maximum", "level", "turnover", "step");
    private static final Set<String> TIMES =
            Set.of("closesAt", "opensAt", "closedAt", "hammeredAt", "finalAt", "calledAt", "until", "expiresAt", "due");

    private Words() {}

    /** The fields after the name, {@code lot=7 amount=2,100,000.00}. */
    static String fields(ObjectNode tree, String naming) {
        StringBuilder line = new StringBuilder();
        for (Map.Entry<String, JsonNode> field : tree.properties()) {
            if (!field.getKey().equals(naming)) {
                line.append(line.isEmpty() ? "" : " ")
                        .append(field.getKey())
                        .append('=')
                        .append(value(field.getKey(), field.getValue()));
            }
        }
        return printable(line.length() <= LONGEST ? line.toString() : line.substring(0, LONGEST) + "…");
    }

    private static String value(String name, JsonNode value) {
        boolean isDigits = value.isTextual() && value.textValue().matches("[0-9]{1,14}");
        if (AMOUNTS.contains(name) && isDigits) {
            return new Money(Long.parseLong(value.textValue())).yuan();
        }
        if (TIMES.contains(name) && value.isIntegralNumber()) {
            return AuditTime.write(value.longValue());
        }
        return value.isTextual() ? '"' + value.textValue() + '"' : CanonicalJson.write(value);
    }

    /** Without anything that would move a terminal's cursor or turn its writing direction. */
    static String printable(String text) {
        return text.codePoints()
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? 0xFFFD : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
