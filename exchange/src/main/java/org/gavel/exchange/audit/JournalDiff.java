package org.gavel.exchange.audit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.gavel.exchange.audit.JournalDifference.Side;
import org.gavel.exchange.audit.RawRecords.Raw;
import org.gavel.exchange.journal.envelope.ChainHash;
import org.gavel.protocol.codec.json.CanonicalJson;
import org.gavel.protocol.codec.json.JsonCodec;
import org.gavel.protocol.codec.json.Sealer;
import org.gavel.protocol.codec.sbe.CommandDecoder;
import org.gavel.protocol.codec.sbe.Violation;

/** Compares two journals record by record, also damaged ones, as far as both are intact. Read-only. */
public final class JournalDiff {
    /** Values longer than this are cut in a sentence. */
    private static final int LONGEST_VALUE = 120;

    private JournalDiff() {}

    /** Compares; needs no key, for what is sealed is compared as it rests. */
    public static JournalDifference of(Path left, Path right, Progress progress) {
        requireJournal(left);
        requireJournal(right);
        try (RawRecords a = new RawRecords(left);
                RawRecords b = new RawRecords(right)) {
            return compare(a, b, progress);
        } catch (IOException e) {
            throw new UncheckedIOException(left + " and " + right + " could not be compared", e);
        }
    }

    private static void requireJournal(Path data) {
        if (!Files.isDirectory(data.resolve("journal"))) {
            throw new AuditRefused(data + " holds no journal; name a node's data directory, or a copy of it.");
        }
    }

    private static JournalDifference compare(RawRecords a, RawRecords b, Progress progress) throws IOException {
        long same = 0;
        String chainSame = ChainHash.ZERO.toString();
        String batches = "";
        while (true) {
            Optional<Raw> one = a.next();
            Optional<Raw> other = b.next();
            boolean isSame = one.isPresent() && other.isPresent() && one.get().isSame(other.get());
            if (!isSame) {
                return conclude(new Found(a, b, one, other), same, chainSame, batches);
            }
            progress.at(++same, same);
            if (one.get().batchHash().equals(other.get().batchHash())) {
                chainSame = one.get().endsBatch() ? one.get().batchHash() : chainSame;
            } else if (batches.isEmpty()) {
                batches = "From sequence " + one.get().sequence() + " on the records are grouped or chained otherwise: "
                        + one.get().place() + " is in the batch " + one.get().batchHash() + ", "
                        + other.get().place() + " in the batch "
                        + other.get().batchHash() + ".";
            }
        }
    }

    /** Where the comparison stopped. */
    private record Found(RawRecords a, RawRecords b, Optional<Raw> one, Optional<Raw> other) {}

    private static JournalDifference conclude(Found found, long same, String chainSame, String batches)
            throws IOException {
        List<String> words = new ArrayList<>();
        if (found.one().isPresent() && found.other().isPresent()) {
            words.addAll(inWords(found.one().get(), found.other().get()));
        } else if (found.one().isPresent() || found.other().isPresent()) {
            String shorter = found.one().isPresent() ? "second" : "first";
            words.add("The " + shorter + " journal ends after sequence " + same + "; the other goes on.");
        }
        // A record that differs makes its own batch differ too: that is no further news.
        boolean isNews =
                found.one().isEmpty() || !batches.contains(found.one().get().batchHash());
        if (!batches.isEmpty() && isNews) {
            words.add(batches);
        }
        found.a().drain();
        found.b().drain();
        Side left = side(found.a(), found.one());
        Side right = side(found.b(), found.other());
        if (!left.flaw().isEmpty() || !right.flaw().isEmpty()) {
            words.add("Damage ends the reading: " + left.flaw() + right.flaw());
        }
        return new JournalDifference(same, chainSame, left, right, words);
    }

    private static Side side(RawRecords records, Optional<Raw> at) {
        return new Side(records.records(), at.map(Raw::place).orElse("the end"), records.chainHash(), records.flaw());
    }

    private static List<String> inWords(Raw one, Raw other) {
        List<String> words = new ArrayList<>();
        if (one.at() != other.at()) {
            words.add("The time is " + one.at() + " in the first and " + other.at() + " in the second.");
        }
        ObjectNode left = fields(one);
        ObjectNode right = fields(other);
        TreeSet<String> names = new TreeSet<>();
        left.fieldNames().forEachRemaining(names::add);
        right.fieldNames().forEachRemaining(names::add);
        for (String name : names) {
            if (!Objects.equals(left.get(name), right.get(name))) {
                words.add("The field " + name + " is " + value(left, name) + " in the first and " + value(right, name)
                        + " in the second.");
            }
        }
        if (words.isEmpty()) {
            words.add("The records say the same in other bytes (" + one.body().capacity() + " and "
                    + other.body().capacity() + ").");
        }
        return words;
    }

    private static String value(ObjectNode tree, String name) {
        String text = tree.has(name) ? CanonicalJson.write(tree.get(name)) : "absent";
        return text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE) + "…";
    }

    /** Header and command in one object; what stands in the header is named with a leading {@code header.}. */
    private static ObjectNode fields(Raw raw) {
        CommandDecoder decoder = new CommandDecoder(Sealer.NONE);
        try {
            decoder.wrap(raw.body(), 0, raw.body().capacity());
            ObjectNode all = decoder.resting();
            JsonCodec.tree((Object) decoder.origin())
                    .properties()
                    .forEach(field -> all.set("header." + field.getKey(), field.getValue()));
            return all;
        } catch (Violation e) {
            return JsonCodec.parse("{}").put("unreadable", e.getMessage());
        }
    }
}
