package org.gavel.ops.event.lot;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gavel.ops.yaml.ScalarTypes;
import org.gavel.ops.yaml.Section;
import org.gavel.protocol.value.ItemKind;
import org.gavel.protocol.value.LotItem;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.Offering;
import org.gavel.protocol.value.Title;

/** Reads {@code offering}: what a lot consists of, with which others it closes, and how long one may object. */
public final class OfferingReader {
    private OfferingReader() {}

    /** One thing in no group where the file says nothing; empty where something is wrong. */
    public static Optional<Offering> read(Section lot, Section defaults) {
        Section holder = lot.holder("offering", defaults);
        return holder.has("offering")
                ? holder.section("offering").flatMap(OfferingReader::block)
                : Optional.of(Offering.PLAIN);
    }

    private static Optional<Offering> block(Section block) {
        int group = block.read("group", ScalarTypes.NUMBER).orElse(0);
        List<Section> rows = block.sections("items", Offering.MAX_ITEMS);
        List<LotItem> items = new ArrayList<>();
        rows.forEach(row -> item(row).ifPresent(items::add));
        Duration objections = block.read("objections", ScalarTypes.DURATION).orElse(Duration.ZERO);
        block.rejectUnknown();
        return items.size() < rows.size()
                ? Optional.empty()
                : block.build(() -> new Offering(group, items, objections));
    }

    private static Optional<LotItem> item(Section row) {
        Optional<Title> title = TitleReader.read(row);
        Optional<ItemKind> kind = row.require("kind", ScalarTypes.word(ItemKind.class));
        String number = row.read("number", ScalarTypes.TEXT).orElse("");
        Money reference = row.read("reference", ScalarTypes.MONEY).orElse(Money.ZERO);
        row.rejectUnknown();
        return title.isEmpty() || kind.isEmpty()
                ? Optional.empty()
                : row.build(() -> new LotItem(title.get(), kind.get(), number, reference));
    }
}
