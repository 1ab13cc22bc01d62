package org.gavel.protocol.proof;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The head of a log as the text that is signed (C2SP tlog-checkpoint): origin, size and root, a line each.
 *
 * @param origin the log's name, unique for ever
 * @param size how many leaves the root covers
 */
public record Checkpoint(String origin, long size, TreeHash root) {
    private static final Pattern TEXT =
            Pattern.compile("([^\\p{Cntrl}]+)\n(0|[1-9][0-9]{0,18})\n([A-Za-z0-9+/=]+)\n(?:[^\n]+\n)*");

    public Checkpoint {
        KeyName.check(origin);
        if (size < 0 || (size == 0 && !root.equals(TreeHash.EMPTY))) {
            throw new InvalidProof("a head of " + size + " leaves with the root " + root);
        }
    }

    /**
     * Reads a checkpoint; lines after the third are another party's extensions and say nothing here.
     *
     * @throws InvalidProof for any other text
     */
    public static Checkpoint parse(String text) {
        Matcher lines = TEXT.matcher(text);
        if (!lines.matches()) {
            throw new InvalidProof("a checkpoint has a line each for its origin, its size and its root");
        }
        return new Checkpoint(lines.group(1), size(lines.group(2)), TreeHash.ofBase64(lines.group(3)));
    }

    private static long size(String digits) {
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException e) {
            throw new InvalidProof("a size of " + digits + " is more than there can be", e);
        }
    }

    /** The text, to be signed as it stands. */
    public String text() {
        return origin + "\n" + size + "\n" + root.base64() + "\n";
    }
}
