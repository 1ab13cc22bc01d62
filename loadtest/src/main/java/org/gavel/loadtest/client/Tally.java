package org.gavel.loadtest.client;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** How often each {@link Incident} happened. Thread-safe. */
final class Tally {
    private final Map<Incident, AtomicLong> counts = new EnumMap<>(Incident.class);

    Tally() {
        for (Incident incident : Incident.values()) {
            counts.put(incident, new AtomicLong());
        }
    }

    void count(Incident incident) {
        counts.get(incident).incrementAndGet();
    }

    long of(Incident incident) {
        return counts.get(incident).get();
    }
}
