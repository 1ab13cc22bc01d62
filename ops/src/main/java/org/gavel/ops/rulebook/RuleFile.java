package org.gavel.ops.rulebook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gavel.ops.yaml.InvalidFile;
import org.gavel.ops.yaml.Problem;
import org.gavel.ops.yaml.Problems;
import org.gavel.ops.yaml.YamlFile;
import org.gavel.protocol.codec.json.CanonicalJson;
import org.gavel.protocol.codec.json.JsonCodec;
import org.gavel.protocol.command.Command;
import org.gavel.protocol.command.InstallCalendar;
import org.gavel.protocol.command.InstallRulebook;
import org.gavel.protocol.reject.InvalidValue;
import org.gavel.protocol.value.HolidayCalendar;
import org.gavel.protocol.value.Rulebook;
import org.gavel.protocol.value.SourceMark;

/** One rulebook or holiday calendar, read from a file; which of the two it is, its fields say. Immutable. */
public final class RuleFile {
    private final Record content;
    private final ObjectNode tree;

    private RuleFile(Record content) {
        this.content = content;
        this.tree = (ObjectNode) JsonCodec.tree((Object) content);
    }

    /** Reads a file; whatever is wrong with it is in the exception. */
    public static RuleFile read(Path file) throws InvalidFile {
        Problems problems = new Problems();
        byte[] bytes = YamlFile.bytes(file, problems).orElseThrow(() -> new InvalidFile(file, problems.sorted()));
        try {
            return of(new String(bytes, StandardCharsets.UTF_8));
        } catch (InvalidValue e) {
            throw new InvalidFile(file, List.of(new Problem(0, e.field(), e.sentence(), false)));
        }
    }

    static RuleFile of(String text) {
        ObjectNode fields = JsonCodec.parse(text);
        return new RuleFile(
                fields.has("year")
                        ? JsonCodec.read(fields, HolidayCalendar.class)
                        : JsonCodec.read(fields, Rulebook.class));
    }

    public static RuleFile of(Rulebook rulebook) {
        return new RuleFile(rulebook);
    }

    /** {@code rulebook SOE_ASSET@1} or {@code calendar 2026@1}. */
    public String name() {
        return content instanceof HolidayCalendar calendar
                ? "calendar " + calendar.year() + "@" + calendar.version()
                : "rulebook " + ((Rulebook) content).id();
    }

    /** SHA-256 over its canonical JSON, as the venue publishes it; the file's own layout does not count. */
    public String hash() {
        return CanonicalJson.hash(tree);
    }

    /** The rulebook it is; empty where it is a calendar. */
    public Optional<Rulebook> rulebook() {
        return content instanceof Rulebook pack ? Optional.of(pack) : Optional.empty();
    }

    public ObjectNode json() {
        return tree.deepCopy();
    }

    /** The command that makes a venue know it. */
    public Command install(String reason) {
        return content instanceof HolidayCalendar calendar
                ? new InstallCalendar(calendar, reason)
                : new InstallRulebook((Rulebook) content, reason);
    }

    /** A year, or a rulebook's version. */
    public int number() {
        return content instanceof HolidayCalendar calendar ? calendar.year() : ((Rulebook) content).version();
    }

    public boolean isCalendar() {
        return content instanceof HolidayCalendar;
    }

    /** One value with the place it is taken from. */
    public record Value(String field, String value, String source, SourceMark mark) {}

    /** Every value that has a source, in order of the fields. */
    public List<Value> values() {
        List<Value> values = new ArrayList<>();
        collect("", tree, values);
        return values;
    }

    private static void collect(String path, JsonNode node, List<Value> values) {
        if (node.has("mark")) {
            SourceMark mark = SourceMark.valueOf(node.get("mark").textValue());
            values.add(new Value(path, said(node), node.path("source").asText(), mark));
            return;
        }
        if (node.isObject()) {
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                collect(path.isEmpty() ? field.getKey() : path + "." + field.getKey(), field.getValue(), values);
            }
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            collect(path + "[" + (i + 1) + "]", node.get(i), values);
        }
    }

    private static String said(JsonNode node) {
        if (node.has("names")) {
            List<String> names = new ArrayList<>();
            node.get("names").forEach(name -> names.add(name.textValue()));
            return String.join(" ", names);
        }
        return node.has("value")
                ? node.get("value").asText()
                : node.path("holidays").size() + " days off, "
                        + node.path("workdays").size() + " made up";
    }

    /** How many values nobody has held against a text. */
    public long unverified() {
        return values().stream().filter(value -> value.mark().isUnverified()).count();
    }
}
