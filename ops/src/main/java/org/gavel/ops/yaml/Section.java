package org.gavel.ops.yaml;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.gavel.protocol.reject.InvalidValue;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * One block of keys of a file. Reading never throws: what is wrong goes to the file's {@link Problems} and the value
 * stays away. Asking for a key makes it known; {@link #rejectUnknown} reports every key nobody asked for. For one
 * thread.
 */
public final class Section {
    private final String path;
    private final int line;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Set<String> known = new LinkedHashSet<>();
    private final Problems problems;

    /** A key's place and its value. */
    private record Entry(int line, Node value) {}

    Section(String path, int line, MappingNode node, Problems problems) {
        this.path = path;
        this.line = line;
        this.problems = problems;
        for (NodeTuple tuple : node.getValue()) {
            add(tuple);
        }
    }

    /** A block without keys, to stand for the absent one of this key. */
    public Section without(String key) {
        MappingNode nothing = new MappingNode(Tag.MAP, List.of(), DumperOptions.FlowStyle.BLOCK);
        return new Section(key(key), line, nothing, problems);
    }

    private void add(NodeTuple tuple) {
        int at = lineOf(tuple.getKeyNode());
        if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
            problems.error(at, path, "a key must be a single word");
            return;
        }
        Entry earlier = entries.putIfAbsent(key.getValue(), new Entry(at, tuple.getValueNode()));
        if (earlier != null) {
            problems.error(
                    at, key(key.getValue()), "stands at line " + earlier.line() + " already; write each key once");
        }
    }

    static int lineOf(Node node) {
        return node.getStartMark().getLine() + 1;
    }

    /** The line of the section itself. */
    public int line() {
        return line;
    }

    /** {@code LINE: KEY}, as problems name it. */
    public String place() {
        return line + ": " + path;
    }

    /** The line of the key, or of the section where the key is absent. */
    public int line(String key) {
        Entry entry = entries.get(key);
        return entry == null ? line : entry.line();
    }

    /** The key with everything above it, {@code lots[3].softClose.window}. */
    public String key(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    public boolean has(String key) {
        return entries.containsKey(key);
    }

    /** Keys that may stand here although nobody asks for their values. */
    public void knows(Collection<String> keys) {
        known.addAll(keys);
    }

    /** Where the key is to be read: here, or in the defaults where only they have it. */
    public Section holder(String key, Section defaults) {
        known.add(key);
        defaults.known.add(key);
        return has(key) || !defaults.has(key) ? this : defaults;
    }

    /** Whether the key holds this single word, {@code none} for instance. */
    public boolean says(String key, String word) {
        known.add(key);
        return entries.containsKey(key)
                && entries.get(key).value() instanceof ScalarNode scalar
                && scalar.getValue().equals(word);
    }

    public <T> Optional<T> read(String key, ScalarType<T> type) {
        known.add(key);
        Entry entry = entries.get(key);
        return entry == null ? Optional.empty() : scalar(entry.value(), entry.line(), key(key), type);
    }

    /** As {@link #read}, and its absence is a problem. */
    public <T> Optional<T> require(String key, ScalarType<T> type) {
        if (!has(key)) {
            known.add(key);
            error(key, "is missing; write " + type.allowed());
        }
        return read(key, type);
    }

    public Optional<Section> section(String key) {
        known.add(key);
        Entry entry = entries.get(key);
        if (entry == null) {
            return Optional.empty();
        }
        if (entry.value() instanceof MappingNode mapping) {
            return Optional.of(new Section(key(key), entry.line(), mapping, problems));
        }
        error(key, "must be a block of keys");
        return Optional.empty();
    }

    /** The blocks of a list, in order. */
    public List<Section> sections(String key, int most) {
        List<Section> sections = new ArrayList<>();
        for (Placed<Node> item : items(key, most)) {
            if (item.value() instanceof MappingNode mapping) {
                sections.add(new Section(item.key(), item.line(), mapping, problems));
            } else {
                problems.error(item.line(), item.key(), "must be a block of keys");
            }
        }
        return sections;
    }

    /** The single values of a list, in order, those that are wrong left out. */
    public <T> List<Placed<T>> list(String key, ScalarType<T> type, int most) {
        List<Placed<T>> values = new ArrayList<>();
        for (Placed<Node> item : items(key, most)) {
            scalar(item.value(), item.line(), item.key(), type)
                    .ifPresent(value -> values.add(new Placed<>(value, item.line(), item.key())));
        }
        return values;
    }

    private List<Placed<Node>> items(String key, int most) {
        known.add(key);
        Entry entry = entries.get(key);
        if (entry == null) {
            return List.of();
        }
        if (!(entry.value() instanceof SequenceNode sequence)) {
            error(key, "must be a list");
            return List.of();
        }
        if (sequence.getValue().size() > most) {
            error(key, "must have at most " + most + " entries");
            return List.of();
        }
        List<Placed<Node>> items = new ArrayList<>();
        for (Node node : sequence.getValue()) {
            items.add(new Placed<>(node, lineOf(node), key(key) + "[" + (items.size() + 1) + "]"));
        }
        return items;
    }

    private <T> Optional<T> scalar(Node node, int at, String fullKey, ScalarType<T> type) {
        if (!(node instanceof ScalarNode scalar)) {
            problems.error(at, fullKey, "must be " + type.allowed());
            return Optional.empty();
        }
        String text = scalar.getValue();
        if (scalar.isPlain() && (text.isEmpty() || text.equals("~") || text.equals("null"))) {
            problems.error(at, fullKey, "has no value; write " + type.allowed());
            return Optional.empty();
        }
        if (type.bare() && !scalar.isPlain()) {
            problems.error(at, fullKey, "is a text in quotes; must be " + type.allowed());
            return Optional.empty();
        }
        return parse(text, at, fullKey, type);
    }

    private <T> Optional<T> parse(String text, int at, String fullKey, ScalarType<T> type) {
        try {
            return Optional.of(type.parse().apply(text));
        } catch (IllegalArgumentException e) {
            problems.error(at, fullKey, Quoted.of(text) + " " + e.getMessage());
            return Optional.empty();
        }
    }

    public void error(String key, String sentence) {
        problems.error(line(key), key(key), sentence);
    }

    public void error(Placed<?> value, String sentence) {
        problems.error(value.line(), value.key(), sentence);
    }

    public void warn(String key, String sentence) {
        problems.warn(line(key), key(key), sentence);
    }

    /** A value of the protocol; where it refuses its parts, the problem names the part. */
    public <T> Optional<T> build(Supplier<T> value) {
        try {
            return Optional.of(value.get());
        } catch (InvalidValue refused) {
            problems.error(line, path, refused.getMessage());
            return Optional.empty();
        }
    }

    /** As {@link #build}; the problem stands at the key that the protocol's field ends with. */
    public <T> Optional<T> buildByKey(Supplier<? extends T> value) {
        try {
            return Optional.of(value.get());
        } catch (InvalidValue refused) {
            error(refused.field().substring(refused.field().lastIndexOf('.') + 1), refused.problem());
            return Optional.empty();
        }
    }

    /** Reports every key that was not asked for; to be called last. */
    public void rejectUnknown() {
        entries.forEach((key, entry) -> {
            if (!known.contains(key)) {
                problems.error(
                        entry.line(),
                        key(Quoted.shortened(key)),
                        "is not a key here; allowed are " + String.join(", ", known));
            }
        });
    }
}
