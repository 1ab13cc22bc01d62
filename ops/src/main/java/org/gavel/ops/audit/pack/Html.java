package org.gavel.ops.audit.pack;

import java.util.List;

/**
 * Writes HTML in which every text is escaped: the only way in is {@link #text}. No script, no link, no outside resource.
 * Control characters and those that turn the writing direction become visible replacements.
 */
final class Html {
    private static final int LONG_CELL = 30;

    private final StringBuilder out = new StringBuilder();

    Html open(String tag) {
        out.append('<').append(tag).append('>');
        return this;
    }

    /** Opens an element of one of the page's own classes. */
    Html open(String tag, String ownClass) {
        out.append('<').append(tag).append(" class=\"").append(ownClass).append("\">");
        return this;
    }

    Html close(String tag) {
        out.append("</").append(tag).append(">\n");
        return this;
    }

    Html text(String text) {
        Document.plain(text).codePoints().forEach(this::append);
        return this;
    }

    private void append(int c) {
        switch (c) {
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '&' -> out.append("&amp;");
            case '"' -> out.append("&quot;");
            case '\'' -> out.append("&#39;");
            default -> out.appendCodePoint(c);
        }
    }

    /** An element that holds one text. */
    Html element(String tag, String text) {
        return open(tag).text(text).close(tag);
    }

    /** A table whose first row is its head. */
    Html table(List<List<String>> rows) {
        open("table");
        for (int i = 0; i < rows.size(); i++) {
            open("tr");
            for (String cell : rows.get(i)) {
                cell(i == 0 ? "th" : "td", cell);
            }
            close("tr");
        }
        return close("table");
    }

    /** Words stay whole; what is as long as a hash may break anywhere. */
    private void cell(String tag, String text) {
        boolean isLong = text.length() >= LONG_CELL;
        Html opened = isLong ? open(tag, "long") : open(tag);
        opened.text(text).close(tag);
    }

    /** Markup of the page's own, with no text from outside in it. */
    Html own(String markup) {
        out.append(markup);
        return this;
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
