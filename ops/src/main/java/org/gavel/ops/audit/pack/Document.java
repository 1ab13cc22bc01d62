package org.gavel.ops.audit.pack;

import java.util.ArrayList;
import java.util.List;

/**
 * A document of the pack before it is text or page: Chinese with English captions.
 *
 * @param sections in order
 */
record Document(String zh, String en, List<Section> sections) {
    /**
     * One numbered part.
     *
     * @param lines paragraphs
     * @param table rows of cells, the first its head; empty where there is none
     */
    record Section(String zh, String en, List<String> lines, List<List<String>> table) {}

    /** Puts a document together. */
    static final class Writer {
        private final String zh;
        private final String en;
        private final List<Section> sections = new ArrayList<>();

        Writer(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }

        Writer section(String heading, String caption, String... lines) {
            sections.add(new Section(heading, caption, List.of(lines), List.of()));
            return this;
        }

        Writer section(String heading, String caption, List<String> lines) {
            return section(heading, caption, lines, List.of());
        }

        Writer section(String heading, String caption, List<String> lines, List<List<String>> table) {
            sections.add(new Section(heading, caption, List.copyOf(lines), List.copyOf(table)));
            return this;
        }

        Document done() {
            return new Document(zh, en, List.copyOf(sections));
        }
    }

    /** As plain text, a section a heading. */
    String text() {
        StringBuilder text = new StringBuilder(zh).append("\n").append(en).append("\n");
        for (Section section : sections) {
            text.append("\n")
                    .append(section.zh())
                    .append("  ")
                    .append(section.en())
                    .append("\n");
            section.lines()
                    .forEach(line -> text.append("  ").append(plain(line)).append("\n"));
            section.table().forEach(row -> text.append("  ")
                    .append(plain(String.join(" | ", row)))
                    .append("\n"));
        }
        return text.toString();
    }

    /** Nothing that breaks a line or turns its direction. */
    static String plain(String text) {
        StringBuilder plain = new StringBuilder();
        text.codePoints()
                .forEach(c -> plain.appendCodePoint(
                        Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? 0xFFFD : c));
        return plain.toString();
    }
}
