package org.gavel.exchange.audit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.agrona.DirectBuffer;
import org.gavel.exchange.api.Applied;
import org.gavel.protocol.codec.json.Sealer;
import org.gavel.protocol.codec.sbe.CommandDecoder;
import org.gavel.protocol.event.AnswerRepeated;
import org.gavel.protocol.event.CommandRejected;
import org.gavel.protocol.event.Event;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.Role;

/** Outcomes from the event log, for a journal whose sealed fields nobody can open here. */
final class LoggedRecords implements RecordSource {
    private final CommandDecoder decoder = new CommandDecoder(Sealer.NONE);
    private final LoggedEvents log;
    private String venue = "";

    LoggedRecords(Path dataDirectory) {
        log = new LoggedEvents(dataDirectory);
    }

    @Override
    public AuditedRecord take(long sequence, long at, DirectBuffer buffer, int offset, int length) {
        decoder.wrap(buffer, offset, length);
        ObjectNode command = decoder.resting();
        if (venue.isEmpty()) {
            venue = command.path("venue").asText();
        }
        List<Event> events = eventsOf(sequence);
        Optional<CommandRejected> refused = first(events, CommandRejected.class);
        Optional<AnswerRepeated> repeated = first(events, AnswerRepeated.class);
        return new AuditedRecord(
                sequence,
                at,
                decoder.origin(),
                command,
                outcome(events, refused.isPresent(), repeated.isPresent()),
                refused.map(CommandRejected::reason)
                        .or(() -> repeated.map(AnswerRepeated::reason))
                        .orElse(RejectReason.NONE),
                refused.map(CommandRejected::detail)
                        .or(() -> repeated.map(AnswerRepeated::detail))
                        .orElse(0L),
                repeated.map(AnswerRepeated::original).orElse(0L),
                events);
    }

    private List<Event> eventsOf(long sequence) {
        while (log.peek().isPresent() && log.peek().get().sequence() < sequence) {
            log.next();
        }
        boolean isNext = log.peek().isPresent() && log.peek().get().sequence() == sequence;
        return isNext ? log.next().map(Applied::events).orElse(List.of()) : List.of();
    }

    private Outcome outcome(List<Event> events, boolean refused, boolean repeated) {
        if (refused) {
            return Outcome.REJECTED;
        }
        if (repeated) {
            return Outcome.REPEATED;
        }
        boolean isKnown =
                !events.isEmpty() || log.peek().isPresent() || decoder.origin().role() == Role.SYSTEM;
        return isKnown ? Outcome.ACCEPTED : Outcome.UNKNOWN;
    }

    private static <E extends Event> Optional<E> first(List<Event> events, Class<E> type) {
        return events.stream().filter(type::isInstance).map(type::cast).findFirst();
    }

    @Override
    public String venue() {
        return venue;
    }

    @Override
    public long digests() {
        return 0;
    }

    @Override
    public String stateHash() {
        return "";
    }

    @Override
    public void close() {
        try {
            log.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the event log could not be closed", e);
        }
    }
}
