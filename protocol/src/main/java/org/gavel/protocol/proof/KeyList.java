package org.gavel.protocol.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The keys of one log, each with the sizes of tree it signs for. Immutable. */
public final class KeyList {
    private static final Pattern LINE =
            Pattern.compile("(\\S+)(?: from (0|[1-9][0-9]{0,17}))?(?: to (0|[1-9][0-9]{0,17}))?");

    /**
     * One of the keys.
     *
     * @param from the smallest tree it counts for
     * @param to the greatest
     */
    public record RangedKey(NoteVerifier key, long from, long to) {
        public RangedKey {
            if (key.kind() != NoteKind.SIGNATURE) {
                throw new InvalidProof(key.name() + " is a witness's key, not a log's");
            }
        }

        boolean covers(long size) {
            return from <= size && size <= to;
        }

        /** As it is handed on: the key's line, and where its range begins or ends. */
        public String line() {
            return key.line() + (from == 0 ? "" : " from " + from) + (to == Long.MAX_VALUE ? "" : " to " + to);
        }
    }

    private final List<RangedKey> keys;

    private KeyList(List<RangedKey> keys) {
        if (keys.stream().map(ranged -> ranged.key().name()).distinct().count() != 1) {
            throw new InvalidProof("name one or more keys of one log");
        }
        this.keys = List.copyOf(keys);
    }

    /** One key for every size. */
    public static KeyList of(NoteVerifier key) {
        return new KeyList(List.of(new RangedKey(key, 0, Long.MAX_VALUE)));
    }

    /**
     * Reads a line for each key: {@code name+id+key}, then if need be {@code from SIZE} and {@code to SIZE}.
     *
     * @throws InvalidProof where a line is none, or they are of several logs
     */
    public static KeyList parse(String text) {
        return new KeyList(text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(KeyList::ranged)
                .toList());
    }

    private static RangedKey ranged(String line) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            throw new InvalidProof("a line of keys is written as name+id+key, from SIZE, to SIZE: " + line);
        }
        long from = parts.group(2) == null ? 0 : Long.parseLong(parts.group(2));
        long to = parts.group(3) == null ? Long.MAX_VALUE : Long.parseLong(parts.group(3));
        return new RangedKey(NoteVerifier.parse(parts.group(1)), from, to);
    }

    /** The log whose keys they are. */
    public String origin() {
        return keys.get(0).key().name();
    }

    public List<RangedKey> keys() {
        return keys;
    }

    /**
     * These and the keys they lead to by changes that both sides have signed, with the ranges the changes say.
     *
     * @throws InvalidProof where a change is false, or leads to none of these keys
     */
    public KeyList with(List<SignedNote> changes) {
        List<KeyChange> left =
                new ArrayList<>(changes.stream().map(KeyChange::read).toList());
        List<RangedKey> known = new ArrayList<>(keys);
        while (!left.isEmpty()) {
            KeyChange next = left.stream()
                    .filter(change -> has(known, change.before()) || has(known, change.after()))
                    .findFirst()
                    .orElseThrow(() -> new InvalidProof("the change to the key "
                            + left.get(0).after().line() + " is of keys that none of yours leads to"));
            left.remove(next);
            apply(known, next);
        }
        return new KeyList(known);
    }

    private static boolean has(List<RangedKey> known, NoteVerifier key) {
        return known.stream().anyMatch(ranged -> ranged.key().equals(key));
    }

    private static void apply(List<RangedKey> known, KeyChange change) {
        if (!has(known, change.before())) {
            known.add(new RangedKey(change.before(), 0, Long.MAX_VALUE));
        }
        if (!has(known, change.after())) {
            known.add(new RangedKey(change.after(), 0, Long.MAX_VALUE));
        }
        known.replaceAll(ranged -> narrowed(ranged, change));
    }

    private static RangedKey narrowed(RangedKey ranged, KeyChange change) {
        if (ranged.key().equals(change.before())) {
            return new RangedKey(ranged.key(), ranged.from(), Math.min(ranged.to(), change.from() - 1));
        }
        if (ranged.key().equals(change.after())) {
            return new RangedKey(ranged.key(), Math.max(ranged.from(), change.from()), ranged.to());
        }
        return ranged;
    }

    /**
     * The head that a note holds, signed by a key of this log that counts for its size; no signature that claims to be
     * of one of the keys may be false.
     *
     * @throws InvalidProof says why not
     */
    public Checkpoint require(SignedNote note) {
        Checkpoint head = Checkpoint.parse(note.text());
        if (!head.origin().equals(origin())) {
            throw new InvalidProof("the checkpoint is of the log " + head.origin() + ", the key of " + origin());
        }
        List<RangedKey> signing =
                keys.stream().filter(ranged -> note.isSignedBy(ranged.key())).toList();
        if (signing.isEmpty()) {
            throw new InvalidProof("the checkpoint is not signed by the key of " + origin()
                    + " that you name: it was changed, or another key signed it");
        }
        keys.stream()
                .filter(ranged -> note.claims(ranged.key()) && !note.isSignedBy(ranged.key()))
                .findFirst()
                .ifPresent(ranged -> {
                    throw new InvalidProof("a signature on the checkpoint is false: "
                            + ranged.key().line());
                });
        if (signing.stream().noneMatch(ranged -> ranged.covers(head.size()))) {
            throw new InvalidProof("the key that signed the checkpoint of " + head.size()
                    + " leaves does not count for it: " + signing.get(0).line());
        }
        return head;
    }

    @Override
    public String toString() {
        return keys.stream().map(ranged -> ranged.line() + "\n").collect(Collectors.joining());
    }
}
