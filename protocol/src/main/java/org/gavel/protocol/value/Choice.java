package org.gavel.protocol.value;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gavel.protocol.reject.InvalidValue;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.reject.Require;

/**
 * What a rulebook admits, by name, with the place it is taken from.
 *
 * @param names each once, at most {@value #MAX_NAMES}; empty admits everything
 */
public record Choice(List<String> names, String source, SourceMark mark) {
    /** The most names. */
    public static final int MAX_NAMES = 64;

    /** Admits everything. */
    static final Choice ANY = new Choice(List.of(), "", SourceMark.P);

    public Choice {
        names = Require.list(names, 0, MAX_NAMES, "names");
        if (new HashSet<>(names).size() < names.size()) {
            throw new InvalidValue(RejectReason.BAD_FIELD, "names", "must hold each name once");
        }
        source = Require.text(Require.present(source, "source"), "source");
        mark = Require.present(mark, "mark");
    }

    public boolean admits(String name) {
        return names.isEmpty() || names.contains(name);
    }

    Choice among(Set<String> known, String field) {
        for (String name : names) {
            if (!known.contains(name)) {
                throw new InvalidValue(RejectReason.BAD_FIELD, field, "names nothing known: " + name);
            }
        }
        return this;
    }
}
