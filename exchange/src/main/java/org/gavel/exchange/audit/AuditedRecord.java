package org.gavel.exchange.audit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.gavel.protocol.codec.json.JsonCodec;
import org.gavel.protocol.command.Origin;
import org.gavel.protocol.event.Event;
import org.gavel.protocol.event.ListingAnnounced;
import org.gavel.protocol.event.PublicEvent;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.Role;

/**
 * One journal record and what became of it.
 *
 * @param at its time, microseconds since 1970
 * @param command its fields with the name in {@code op}; sealed fields stay sealed unless the reading opened them
 * @param reason why it was refused, else {@code NONE}
 * @param detail what the reason's sentence speaks of
 * @param original where it is a repeat, the sequence of the first
 * @param events it caused, those of timers that were due included
 */
public record AuditedRecord(
        long sequence,
        long at,
        Origin origin,
        ObjectNode command,
        Outcome outcome,
        RejectReason reason,
        long detail,
        long original,
        List<Event> events) {
    public AuditedRecord {
        events = List.copyOf(events);
    }

    /** The command's name. */
    public String op() {
        return command.path("op").asText();
    }

    /** The lot the command names, or 0. */
    public int lot() {
        return Subjects.lotOf(command);
    }

    /** The lots that the command or anything it caused is about, ascending. */
    public Set<Integer> lots() {
        Set<Integer> lots = new TreeSet<>();
        lots.add(lot());
        events.forEach(event -> lots.add(Subjects.lotOf(event)));
        lots.remove(0);
        return lots;
    }

    /** Whether the command or anything it caused is about this lot. */
    public boolean concernsLot(int lot) {
        return lots().contains(lot);
    }

    /** Whether the command or anything it caused is about this roadshow. */
    public boolean concernsRoadshow(int roadshow) {
        return Subjects.roadshowOf(command) == roadshow
                || events.stream()
                        .filter(PublicEvent.class::isInstance)
                        .anyMatch(event -> Subjects.roadshowOf(JsonCodec.tree(event)) == roadshow);
    }

    /** Whether this participant asked, was named, or was told of something. */
    public boolean concernsParticipant(int participant) {
        return participant() == participant
                || events.stream().flatMapToInt(Subjects::participantsOf).anyMatch(about -> about == participant);
    }

    /** Whether the command or anything it caused is about this book. */
    public boolean concernsBook(int book) {
        return Subjects.bookOf(command) == book || events.stream().anyMatch(event -> Subjects.bookOf(event) == book);
    }

    /** The lot of this listing, where it was announced here. */
    public OptionalInt lotOfListing(int listing) {
        return events.stream()
                .filter(event -> event instanceof ListingAnnounced told && told.listing() == listing)
                .mapToInt(event -> ((ListingAnnounced) event).lot())
                .findFirst();
    }

    /** Whether the command names this listing. */
    public boolean namesListing(int listing) {
        return Subjects.listingOf(command) == listing;
    }

    /** The participant the command is for: the one it names, else the bidder who asked; 0 where that is nobody. */
    public int participant() {
        int named = Math.max(
                command.path("bidder").asInt(0), command.path("participant").asInt(0));
        boolean isOwn = named == 0 && origin.role() == Role.BIDDER && origin.actor() <= Integer.MAX_VALUE;
        return isOwn ? (int) origin.actor() : named;
    }

    /** What the refusal told the asker to do; empty where nothing was refused. */
    public String sentence() {
        return reason == RejectReason.NONE ? "" : reason.sentence(detail);
    }

    /** Whether a person of the venue did it. */
    public boolean isStaffAct() {
        return origin.role() == Role.CLERK || origin.role() == Role.OPERATOR || origin.role() == Role.AUDITOR;
    }
}
