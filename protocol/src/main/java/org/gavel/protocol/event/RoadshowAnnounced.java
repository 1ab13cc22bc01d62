package org.gavel.protocol.event;

import java.time.Duration;
import java.util.List;
import org.gavel.protocol.value.Title;

/** A roadshow is announced. */
public record RoadshowAnnounced(int roadshow, Title title, List<Integer> lots, Duration interval)
        implements PublicEvent {}
