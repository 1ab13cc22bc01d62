package org.gavel.exchange.journal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.gavel.exchange.engine.state.StateWriter;
import org.gavel.exchange.journal.envelope.ChainHash;
import org.gavel.exchange.journal.envelope.Flaw;
import org.gavel.exchange.journal.envelope.Generation;
import org.gavel.protocol.codec.json.CanonicalJson;

/**
 * The list of a journal's generations that were moved to an archive: canonical JSON, a line each, and a last line with
 * the SHA-256 of those before it. An archive is looked for where the list says, then in {@code DIR/archive}.
 */
final class ArchivedGenerations {
    private static final String NAME = "archived";
    private static final String ADVICE = "Restore this list from a backup, or move the archived generations back.";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path journal;
    private final List<Entry> entries;

    /** One generation that was moved, and the end of the chain in it. */
    record Entry(int generation, Path directory, long lastSequence, String chainHash) {
        private String line() {
            ObjectNode node = JsonNodeFactory.instance.objectNode();
            node.put("generation", generation).put("directory", directory.toString());
            return CanonicalJson.write(node.put("lastSequence", lastSequence).put("chainHash", chainHash)) + "\n";
        }

        private static Entry of(JsonNode node) {
            return new Entry(
                    node.path("generation").asInt(),
                    Path.of(node.path("directory").asText()),
                    node.path("lastSequence").asLong(),
                    node.path("chainHash").asText());
        }
    }

    private ArchivedGenerations(Path journal, List<Entry> entries) {
        this.journal = journal;
        this.entries = entries;
    }

    /** For those who only look, where the list itself cannot be read. */
    static ArchivedGenerations none(Path journal) {
        return new ArchivedGenerations(journal, List.of());
    }

    static boolean isList(Path path) {
        return path.getFileName().toString().equals(NAME);
    }

    /** Reads the list of a journal; empty where nothing was archived. */
    static ArchivedGenerations of(Path journal) throws IOException {
        Path file = journal.resolve(NAME);
        if (Files.notExists(file)) {
            return none(journal);
        }
        List<String> lines = Files.readAllLines(file);
        String sum = lines.isEmpty() ? "" : lines.get(lines.size() - 1);
        List<String> named = lines.subList(0, Math.max(0, lines.size() - 1));
        StringBuilder text = new StringBuilder();
        named.forEach(line -> text.append(line).append('\n'));
        if (!sum.equals(sumOf(text.toString()))) {
            throw new JournalDamage(new Flaw(file, 0, 0, "the checksum of the list is wrong"), ADVICE);
        }
        List<Entry> entries = new ArrayList<>();
        for (String line : named) {
            entries.add(Entry.of(JSON.readTree(line)));
        }
        return new ArchivedGenerations(journal, List.copyOf(entries));
    }

    private static String sumOf(String text) {
        byte[] sum = StateWriter.sha256().digest(text.getBytes(StandardCharsets.UTF_8));
        return CanonicalJson.write(JsonNodeFactory.instance
                .objectNode()
                .put("sha256", HexFormat.of().formatHex(sum)));
    }

    List<Entry> entries() {
        return entries;
    }

    /** The end of the newest archived generation, {@link JournalPosition#START} where there is none. */
    JournalPosition end() {
        JournalPosition end = JournalPosition.START;
        for (Entry entry : entries) {
            if (entry.generation > end.generation()) {
                ChainHash hash = ChainHash.at(HexFormat.of().parseHex(entry.chainHash), 0);
                end = new JournalPosition(entry.lastSequence, Long.MIN_VALUE, entry.generation, hash);
            }
        }
        return end;
    }

    /** Where a generation lies that is no longer in the journal itself. */
    Optional<Generation> find(int number) {
        for (Entry entry : entries) {
            if (entry.generation == number) {
                String name =
                        Generation.of(journal, number).directory().getFileName().toString();
                Path here = journal.resolveSibling(JournalArchive.DEFAULT).resolve(name);
                return Optional.of(new Generation(number, Files.isDirectory(entry.directory) ? entry.directory : here));
            }
        }
        return Optional.empty();
    }

    /** Adds to the list and replaces the file, durably. */
    ArchivedGenerations with(List<Entry> more, Force force) throws IOException {
        List<Entry> all = new ArrayList<>(entries);
        all.addAll(more);
        StringBuilder text = new StringBuilder();
        all.forEach(entry -> text.append(entry.line()));
        String sum = sumOf(text.toString());
        DurableFile.replace(journal.resolve(NAME), text + sum + "\n", force);
        return new ArchivedGenerations(journal, List.copyOf(all));
    }
}
