package org.gavel.protocol.command;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.gavel.protocol.reject.InvalidValue;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.reject.Require;
import org.gavel.protocol.value.Title;

/**
 * Announces a roadshow (路演, 专场): lots run one after the other in this order.
 *
 * @param interval from the end of a lot to the opening of the next
 */
public record AnnounceRoadshow(int roadshow, Title title, List<Integer> lots, Duration interval) implements Command {
    /** The most lots of one roadshow. */
    public static final int MAX_LOTS = 10_000;

    public AnnounceRoadshow {
        Require.id(roadshow, "roadshow");
        title = Require.present(title, "title");
        lots = Require.list(lots, 1, MAX_LOTS, "lots");
        lots.forEach(lot -> Require.id(lot, "lots"));
        if (Set.copyOf(lots).size() < lots.size()) {
            throw new InvalidValue(RejectReason.BAD_FIELD, "lots", "must name each lot once");
        }
        interval = Require.duration(interval, "interval");
    }
}
