package org.gavel.ops.event;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gavel.exchange.vault.SealingKey;
import org.gavel.ops.yaml.InvalidFile;
import org.gavel.protocol.codec.json.CanonicalJson;
import org.gavel.protocol.codec.json.JsonCodec;

/** The commands an example of docs/examples is loaded with and what is done afterwards, as lines of a simulation. */
public final class LoadedEvent {
    /** When the examples are loaded: a Monday. */
    public static final String LOADED = "2026-11-30T10:00:00+08:00";

    private static final Path EXAMPLES =
            Path.of(System.getProperty("maven.multiModuleProjectDirectory", ".."), "docs", "examples");

    private final List<String> lines = new ArrayList<>();

    /** Reads the example without a problem. */
    public LoadedEvent(String example, Path keys) throws InvalidFile, IOException {
        EventFile file = EventFile.read(EXAMPLES.resolve(example));
        if (!file.problems().isEmpty()) {
            throw new AssertionError(file.problems());
        }
        for (LoadCommand load : file.commands(SealingKey.create(keys))) {
            lines.add(CanonicalJson.write(JsonCodec.tree(load.command())
                    .put("at", LOADED)
                    .put("cid", load.cid().toString())));
        }
    }

    /** Somebody's act at a time of the Beijing clock, {@code 12-11T16:00}, its fields in short: {@code lot=7 amount=9}. */
    public LoadedEvent act(String at, int by, String op, String fields) {
        StringBuilder line = new StringBuilder("{\"at\":\"2026-" + at + ":00+08:00\",\"op\":\"" + op + "\"");
        if (by != 0) {
            line.append(",\"by\":").append(by);
        }
        for (String field : fields.isEmpty() ? new String[0] : fields.split(" ", -1)) {
            String[] parts = field.split("=", 2);
            boolean bare = parts[1].matches("[0-9]+|true|false") && !parts[0].matches("amount|price");
            line.append(",\"").append(parts[0]).append("\":");
            line.append(bare ? parts[1] : '"' + parts[1] + '"');
        }
        lines.add(line.append('}').toString());
        return this;
    }

    /** A party of a listing, from the intention to the deposit. */
    public LoadedEvent party(String at, int listing, int lot, int participant) {
        return act(at, participant, "RegisterIntention", "listing=" + listing)
                .act(at, 0, "QualifyBidder", "lot=" + lot + " participant=" + participant + " qualified=true reason=ok")
                .act(at, participant, "HoldDeposit", "lot=" + lot);
    }

    /** The whole course of docs/examples/listings.yaml: two listings compete, one passes. */
    public static LoadedEvent listings(Path keys) throws InvalidFile, IOException {
        return new LoadedEvent("listings.yaml", keys)
                .party("12-01T09:00", 1, 11, 1001)
                .party("12-01T10:00", 1, 11, 1002)
                .party("12-02T09:00", 2, 12, 1002)
                .party("12-02T10:00", 2, 12, 1003)
                .act("12-03T09:00", 1002, "OfferPrice", "listing=2 amount=52000000")
                .act("12-03T10:00", 1003, "OfferPrice", "listing=2 amount=53000000")
                .act("12-14T09:05", 1001, "PlaceBid", "lot=11 amount=44000000")
                .act("12-14T09:06", 1002, "PlaceBid", "lot=11 amount=46000000");
    }

    /** The whole course of docs/examples/books.yaml: an opening cross, continuous trading, and a book without a day. */
    public static LoadedEvent books(Path keys) throws InvalidFile, IOException {
        return new LoadedEvent("books.yaml", keys)
                .act("11-30T11:00", 501, "PlaceOrder", "book=2 side=SELL price=500 quantity=5")
                .act("11-30T11:00", 1002, "PlaceOrder", "book=2 side=BUY price=500 quantity=5")
                .act("11-30T11:00", 1001, "PlaceOrder", "book=2 side=BUY price=500 quantity=5")
                .act("12-01T09:10", 501, "PlaceOrder", "book=1 side=SELL price=1000 quantity=300")
                .act("12-01T09:20", 1001, "PlaceOrder", "book=1 side=BUY price=1010 quantity=200")
                .act("12-01T10:00", 1002, "PlaceOrder", "book=1 side=BUY price=1000 quantity=100")
                .act("12-01T10:30", 1001, "PlaceOrder", "book=1 side=SELL price=1200 quantity=1")
                .act("12-01T10:31", 1002, "PlaceOrder", "book=1 side=BUY price=1200 quantity=1");
    }

    public List<String> lines() {
        return lines;
    }
}
