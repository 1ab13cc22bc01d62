package org.gavel.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.gavel.protocol.command.Command;
import org.gavel.protocol.event.Event;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.Channel;
import org.gavel.protocol.value.DealTerms;
import org.gavel.protocol.value.PhaseTerms;
import org.gavel.protocol.value.Records;
import org.gavel.protocol.value.Role;
import org.junit.jupiter.api.Test;

/**
 * What stands in a journal keeps its meaning for ever: {@code vocabulary.txt} is the list of it. A new word needs a
 * new line; a line is never changed, and one that is no longer used is marked {@code retired}.
 */
class VocabularyTest {
    private static final String RETIRED = "retired ";

    @Test
    void keepsEveryWordAndItsMeaning() throws IOException {
        SortedSet<String> missing = written();
        missing.removeIf(line -> line.startsWith(RETIRED));
        missing.removeAll(spoken());
        assertEquals(new TreeSet<>(), missing, "in vocabulary.txt, but gone or changed; old journals hold them");
    }

    @Test
    void listsEveryNewWord() throws IOException {
        SortedSet<String> unlisted = spoken();
        unlisted.removeAll(written());
        assertEquals(new TreeSet<>(), unlisted, "add these lines to vocabulary.txt");
    }

    @Test
    void givesNoRetiredNumberOrNameAway() throws IOException {
        SortedSet<String> retired = new TreeSet<>();
        for (String line : written()) {
            if (line.startsWith(RETIRED)) {
                retired.add(subject(line.substring(RETIRED.length())));
            }
        }
        SortedSet<String> reused = new TreeSet<>();
        spoken().forEach(line -> reused.add(subject(line)));
        reused.retainAll(retired);
        assertEquals(new TreeSet<>(), reused);
    }

    /** The kind of a word and its number or name: its first two words. */
    private static String subject(String line) {
        String[] words = line.split(" ", 3);
        return words[0] + " " + words[1];
    }

    private static SortedSet<String> spoken() throws IOException {
        SortedSet<String> lines = new TreeSet<>(SbeSchema.lines());
        Records.of(Command.class).forEach(type -> addRecord("command", type, lines));
        Records.of(Event.class).forEach(type -> addRecord("event", type, lines));
        Records.of(PhaseTerms.class).forEach(type -> addRecord("terms", type, lines));
        Records.of(DealTerms.class).forEach(type -> addRecord("terms", type, lines));
        for (RejectReason reason : RejectReason.values()) {
            lines.add("reject " + reason.code() + " " + reason.name());
        }
        for (Role role : Role.values()) {
            lines.add("role " + role.code() + " " + role.name());
        }
        for (Channel channel : Channel.values()) {
            lines.add("channel " + channel.code() + " " + channel.name());
        }
        return lines;
    }

    private static void addRecord(String kind, Class<?> type, SortedSet<String> lines) {
        lines.add(kind + " " + type.getSimpleName());
        for (RecordComponent component : type.getRecordComponents()) {
            String name = type.getSimpleName() + "." + component.getName();
            lines.add(kind + " " + name + " "
                    + component.getGenericType().getTypeName().replaceAll("[a-z.]+\\.", ""));
        }
    }

    private static SortedSet<String> written() throws IOException {
        try (InputStream in = VocabularyTest.class.getResourceAsStream("vocabulary.txt")) {
            List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            SortedSet<String> words = new TreeSet<>(lines);
            words.removeIf(line -> line.isBlank() || line.startsWith("#"));
            return words;
        }
    }
}
