package org.gavel.protocol.proof;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A log's statement that another key signs for it: signed by the old key and by the new one, so that whoever knows one
 * of them knows the other.
 *
 * @param from the size of tree from which on only the new key's signature counts
 * @param until when the old key stops to sign beside the new one, in seconds since 1970
 */
public record KeyChange(NoteVerifier before, NoteVerifier after, long from, long until) {
    private static final String TITLE = "gavel-log-key-change/v1";
    private static final Pattern TEXT = Pattern.compile(
            TITLE + "\nold ([^\n]+)\nnew ([^\n]+)\nfrom (0|[1-9][0-9]{0,17})\nuntil (0|[1-9][0-9]{0,17})\n");

    public KeyChange {
        if (!before.name().equals(after.name()) || before.equals(after)) {
            throw new InvalidProof("a log changes to another key of its own name");
        }
    }

    /**
     * Reads a statement that both keys have signed.
     *
     * @throws InvalidProof where it is none, or one of them has not
     */
    public static KeyChange read(SignedNote note) {
        Matcher lines = TEXT.matcher(note.text());
        if (!lines.matches()) {
            throw new InvalidProof("is no statement of a change of keys");
        }
        KeyChange change = new KeyChange(
                NoteVerifier.parse(lines.group(1)),
                NoteVerifier.parse(lines.group(2)),
                Long.parseLong(lines.group(3)),
                Long.parseLong(lines.group(4)));
        if (!note.isSignedBy(change.before) || !note.isSignedBy(change.after)) {
            throw new InvalidProof("a change of keys is not signed by both of them");
        }
        if (!change.text().equals(note.text()) || note.signatures().size() != 2) {
            throw new InvalidProof("a change of keys is not written in the one way it can be");
        }
        return change;
    }

    /** The statement's text. */
    public String text() {
        return TITLE + "\nold " + before.line() + "\nnew " + after.line() + "\nfrom " + from + "\nuntil " + until
                + "\n";
    }
}
