package org.gavel.protocol.codec.json;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.gavel.protocol.event.LotAnnounced;
import org.gavel.protocol.value.Rulebook;

/**
 * The rule sheet of a lot (竞价规则单): every term it was announced with and the whole rulebook it is held under, as
 * canonical JSON. Whoever has the events {@code RulebookInstalled} and {@code LotAnnounced} can make it and compare
 * its hash.
 */
public final class RuleSheet {
    private RuleSheet() {}

    /** The sheet's text; the rulebook is the one the announcement names. */
    public static String text(LotAnnounced lot, Rulebook rulebook) {
        return CanonicalJson.write(tree(lot, rulebook));
    }

    /** SHA-256 over the text's UTF-8, lower-case hex. */
    public static String hash(LotAnnounced lot, Rulebook rulebook) {
        return CanonicalJson.hash(tree(lot, rulebook));
    }

    private static ObjectNode tree(LotAnnounced lot, Rulebook rulebook) {
        ObjectNode terms = (ObjectNode) JsonCodec.tree((Object) lot);
        if (terms.get("rules") instanceof ObjectNode rules) {
            rules.remove("sheet");
        }
        ObjectNode sheet = JsonNodeFactory.instance.objectNode();
        sheet.put("sheet", "RULESv1");
        sheet.put(
                "commissionAtStart",
                rulebook.commission(lot.phases().get(0).start()).toString());
        sheet.set("lot", terms);
        sheet.set("rulebook", JsonCodec.tree((Object) rulebook));
        return sheet;
    }
}
