package org.gavel.gateway.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gavel.gateway.access.AccessTable;
import org.gavel.gateway.wire.SessionOperation;
import org.gavel.protocol.codec.json.JsonCodec;
import org.gavel.protocol.event.Event;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.Role;
import org.junit.jupiter.api.Test;

/** The protocol document says what the code does; where it does not, the test prints what should stand there. */
class ProtocolDocumentTest {
    private static final Path DOCUMENT = Path.of("..", "docs", "protocol.md");

    private final String text = read();

    private static String read() {
        try {
            return Files.readString(DOCUMENT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void holdsTheTablesOfTheCode() {
        for (Map.Entry<String, String> table : ProtocolTables.all().entrySet()) {
            String begin = "<!-- generated: " + table.getKey() + " -->\n";
            int from = text.indexOf(begin) + begin.length();
            String stands = text.substring(from, text.indexOf("<!-- end -->", from));
            assertEquals(
                    table.getValue(),
                    stands,
                    () -> "docs/protocol.md, section " + table.getKey() + ", should be:\n\n" + begin + table.getValue()
                            + "<!-- end -->\n");
        }
    }

    @Test
    void namesEveryRefusalWithItsCodeAndSentence() {
        for (RejectReason reason : RejectReason.values()) {
            String row = "| " + reason.code() + " | `" + reason + "` | " + reason.retry() + " | " + reason.template();
            assertTrue(reason == RejectReason.NONE || text.contains(row), row);
        }
    }

    @Test
    void hasAnExampleOfEveryCommandSomebodyMaySend() {
        Set<String> sendable = AccessTable.commands().stream()
                .filter(op -> Arrays.stream(Role.values()).anyMatch(role -> AccessTable.allows(role, op)))
                .collect(Collectors.toSet());

        assertEquals(sendable, CommandSamples.all().keySet());
        for (String sample : CommandSamples.all().values()) {
            ObjectNode message = JsonCodec.parse(sample);
            message.remove(List.of("id", "cid"));
            JsonCodec.command(message);
        }
    }

    @Test
    void namesEverySessionOperation() {
        for (String name : SessionOperation.NAMES.keySet()) {
            assertTrue(text.contains("| `" + name + "` |"), name);
        }
    }

    @Test
    void givesNoEventAFieldThatEveryPushHas() {
        Set<String> taken = Set.of("ch", "ep", "sq", "seq", "at", "event", "ok");
        for (Class<?> event : records(Event.class).toList()) {
            for (var field : event.getRecordComponents()) {
                assertTrue(!taken.contains(field.getName()), event.getSimpleName() + "." + field.getName());
            }
        }
    }

    private static Stream<Class<?>> records(Class<?> type) {
        return type.isRecord()
                ? Stream.of(type)
                : Arrays.stream(type.getPermittedSubclasses()).flatMap(ProtocolDocumentTest::records);
    }
}
