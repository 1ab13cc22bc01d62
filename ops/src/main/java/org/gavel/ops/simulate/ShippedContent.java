package org.gavel.ops.simulate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.gavel.ops.rulebook.RuleFile;
import org.gavel.ops.rulebook.ShippedRules;
import org.gavel.protocol.command.InstallCalendar;
import org.gavel.protocol.command.InstallRulebook;
import org.gavel.protocol.reject.InvalidValue;
import org.gavel.protocol.reject.RejectReason;

/** Rulebooks and calendars that come with Gavel, where a line names one instead of holding its whole content. */
final class ShippedContent {
    private ShippedContent() {}

    /** Puts the content in the place of a rulebook's name or a calendar's year. */
    static void resolve(ObjectNode fields) {
        String op = fields.path("op").asText();
        JsonNode rulebook = fields.path("rulebook");
        JsonNode calendar = fields.path("calendar");
        if (op.equals(InstallRulebook.class.getSimpleName()) && rulebook.isTextual()) {
            String known = "must be the whole rulebook, or the name of one of " + ShippedRules.NAMES;
            put(fields, "rulebook", ShippedRules.rulebook(rulebook.textValue()), known);
        } else if (op.equals(InstallCalendar.class.getSimpleName()) && calendar.isInt()) {
            String known = "must be the whole calendar, or one of the years " + ShippedRules.YEARS;
            put(fields, "calendar", ShippedRules.calendar(calendar.intValue()), known);
        }
    }

    private static void put(ObjectNode fields, String field, Optional<RuleFile> shipped, String known) {
        RuleFile file = shipped.orElseThrow(() -> new InvalidValue(RejectReason.BAD_FIELD, field, known));
        fields.set(field, file.json());
    }
}
