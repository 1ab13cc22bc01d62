package org.gavel.ops.event.lot;

import java.util.Optional;
import org.gavel.ops.yaml.ScalarTypes;
import org.gavel.ops.yaml.Section;
import org.gavel.protocol.value.Title;

/** Reads {@code title}. */
public final class TitleReader {
    private TitleReader() {}

    /** What a lot, an item or a session is called: {@code title: {zh: …, en: …}}, one of them at least. */
    public static Optional<Title> read(Section holder) {
        Optional<Section> section = holder.section("title");
        if (section.isEmpty()) {
            if (!holder.has("title")) {
                holder.error("title", "is missing; write a block with zh, en or both");
            }
            return Optional.empty();
        }
        Optional<String> zh = section.get().read("zh", ScalarTypes.TEXT);
        Optional<String> en = section.get().read("en", ScalarTypes.TEXT);
        section.get().rejectUnknown();
        if (zh.isEmpty() && en.isEmpty()) {
            holder.error("title", "needs zh, en or both");
            return Optional.empty();
        }
        return section.get().build(() -> new Title(zh.orElse(""), en.orElse("")));
    }
}
