package org.gavel.gateway.feed;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * One page of lists whose things are named by number: filled in one moment, cut to size when it becomes text. What has
 * one number stays on one page.
 */
final class ListPage implements Supplier<String> {
    /** The most things on a page. */
    static final int MOST = 1_000;

    /** So many characters end a page, with whatever is the first on it. */
    static final int LONGEST = 1_048_576;

    /** How many of each list a page can need: one more says that there is more. */
    static final int WANTED = MOST + 1;

    private record Entry(int number, String list, Body text) {}

    private final long sequence;
    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, List<Body>> lists = new TreeMap<>();

    /** An empty page, of what is known up to this command. */
    ListPage(long sequence) {
        this.sequence = sequence;
    }

    /** A list that is there even if it is empty. */
    ListPage list(String name) {
        lists.put(name, new ArrayList<>());
        return this;
    }

    void add(String list, int number, Body text) {
        entries.add(new Entry(number, list, text));
    }

    /** The lists, {@code sequence}, {@code complete} and, where there is more, {@code next}, the last number on it. */
    @Override
    public String get() {
        entries.sort(Comparator.comparingInt(Entry::number));
        int end = end();
        entries.subList(0, end).forEach(entry -> lists.computeIfAbsent(entry.list(), name -> new ArrayList<>())
                .add(entry.text()));
        Map<String, String> fields = new TreeMap<>(Map.of("sequence", Long.toString(sequence)));
        lists.forEach((name, texts) -> fields.put(name, "[" + MarketText.joined(texts, "") + "]"));
        fields.put("complete", Boolean.toString(end == entries.size()));
        if (end < entries.size()) {
            fields.put("next", Integer.toString(entries.get(end - 1).number()));
        }
        return fields.entrySet().stream()
                .map(field -> "\"" + field.getKey() + "\":" + field.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }

    private int end() {
        int end = 0;
        long length = 0;
        while (end < entries.size()) {
            int next = end;
            while (next < entries.size()
                    && entries.get(next).number() == entries.get(end).number()) {
                length += entries.get(next++).text().text().length();
            }
            if (end > 0 && (next > MOST || length > LONGEST)) {
                return end;
            }
            end = next;
        }
        return end;
    }
}
