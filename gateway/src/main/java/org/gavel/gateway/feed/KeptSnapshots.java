package org.gavel.gateway.feed;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The snapshots given out last, for whoever asks next. Guarded by the hub's lock. */
final class KeptSnapshots {
    /** The most kept; beyond it the one that was asked for longest ago is forgotten. */
    static final int MOST = 64;

    private final Map<ChannelName, Snapshot> kept = new LinkedHashMap<>(MOST, 0.75f, true);

    Optional<Snapshot> of(ChannelName name) {
        return Optional.ofNullable(kept.get(name));
    }

    Snapshot keep(ChannelName name, Snapshot snapshot) {
        kept.put(name, snapshot);
        if (kept.size() > MOST) {
            kept.remove(kept.keySet().iterator().next());
        }
        return snapshot;
    }
}
