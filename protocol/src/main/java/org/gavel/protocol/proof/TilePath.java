package org.gavel.protocol.proof;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a tile of a log, or of a bundle of its entries (C2SP tlog-tiles): 256 hashes that lie side by side on a
 * level, or as many as there are.
 *
 * @param level 0 for the leaves' hashes, each further one eight levels of the tree up; {@link #ENTRIES} for entries
 * @param index its place on the level, from 0
 * @param width how many it holds, 1 to 256
 */
public record TilePath(int level, long index, int width) {
    /** The level that names the bundles of entries. */
    public static final int ENTRIES = -1;

    /** How many a whole tile holds. */
    public static final int WIDTH = 256;

    /** How many levels of the tree a tile covers. */
    public static final int HEIGHT = 8;

    /** Above it a tree of 2^63 leaves has no tile. */
    private static final int MAX_LEVEL = 7;

    private static final Pattern FORM =
            Pattern.compile("tile/(entries|[0-7])/((?:x[0-9]{3}/){0,6}[0-9]{3})(?:\\.p/([1-9][0-9]{0,2}))?");
    private static final int GROUP = 1000;

    public TilePath {
        if (level < ENTRIES || level > MAX_LEVEL || index < 0 || width < 1 || width > WIDTH) {
            throw new IllegalArgumentException("no tile: level " + level + ", index " + index + ", width " + width);
        }
    }

    /** The tile or bundle of this name, if it is one, written in the one way it can be. */
    public static Optional<TilePath> parse(String path) {
        Matcher parts = FORM.matcher(path);
        if (!parts.matches()) {
            return Optional.empty();
        }
        int level = parts.group(1).equals("entries") ? ENTRIES : Integer.parseInt(parts.group(1));
        long index = Long.parseLong(parts.group(2).replaceAll("[x/]", ""));
        int width = parts.group(3) == null ? WIDTH : Integer.parseInt(parts.group(3));
        return width > WIDTH
                ? Optional.empty()
                : Optional.of(new TilePath(level, index, width))
                        .filter(tile -> tile.path().equals(path));
    }

    public boolean isWhole() {
        return width == WIDTH;
    }

    /** The name, relative to the log. */
    public String path() {
        StringBuilder groups = new StringBuilder(group("", index % GROUP));
        for (long rest = index / GROUP; rest > 0; rest /= GROUP) {
            groups.insert(0, group("x", rest % GROUP) + "/");
        }
        String kind = level == ENTRIES ? "entries" : Integer.toString(level);
        return "tile/" + kind + "/" + groups + (isWhole() ? "" : ".p/" + width);
    }

    private static String group(String mark, long number) {
        return mark + String.format(Locale.ROOT, "%03d", number);
    }
}
