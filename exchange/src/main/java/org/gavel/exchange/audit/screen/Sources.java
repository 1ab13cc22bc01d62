package org.gavel.exchange.audit.screen;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.gavel.exchange.audit.AuditedRecord;
import org.gavel.exchange.audit.Outcome;
import org.gavel.protocol.command.NodeStarted;
import org.gavel.protocol.value.Role;

/** What the journal knows of where participants come from. Takes a course in order; single-threaded. */
final class Sources {
    private final Map<Integer, Set<String>> persons = new HashMap<>();
    private final Map<Integer, Set<String>> sessions = new HashMap<>();
    private int generation;

    void take(AuditedRecord record) {
        if (record.op().equals(NodeStarted.class.getSimpleName())) {
            generation++;
        }
        if (record.outcome() == Outcome.ACCEPTED) {
            person(record, "identityHash");
            person(record, "legalPerson");
        }
        boolean isOwn = record.origin().role() == Role.BIDDER && record.origin().session() > 0;
        if (isOwn && record.participant() > 0) {
            String session = generation + "/" + record.origin().gateway() + "/"
                    + record.origin().session();
            sessions.computeIfAbsent(record.participant(), none -> new HashSet<>())
                    .add(session);
        }
    }

    private void person(AuditedRecord record, String field) {
        String hash = record.command().path(field).asText();
        if (!hash.isEmpty()) {
            persons.computeIfAbsent(record.participant(), none -> new HashSet<>())
                    .add(hash);
        }
    }

    /** What two participants have in common: {@code PERSON}, {@code CONNECTION}, both, or nothing. */
    List<String> inCommon(int one, int other) {
        TreeSet<String> common = new TreeSet<>();
        if (meet(persons, one, other)) {
            common.add("PERSON");
        }
        if (meet(sessions, one, other)) {
            common.add("CONNECTION");
        }
        return List.copyOf(common);
    }

    private static boolean meet(Map<Integer, Set<String>> of, int one, int other) {
        Set<String> others = of.getOrDefault(other, Set.of());
        return of.getOrDefault(one, Set.of()).stream().anyMatch(others::contains);
    }
}
