package org.gavel.exchange.engine.auction.ascending;

import java.util.List;
import org.gavel.protocol.value.Step;

/** An increment ladder in fen: the step is looked up on the current price, not on the new bid. */
final class Ladder {
    private final long[] from;
    private final long[] step;

    Ladder(List<Step> rows) {
        from = rows.stream().mapToLong(row -> row.from().fen()).toArray();
        step = rows.stream().mapToLong(row -> row.step().fen()).toArray();
    }

    /** The increment at this price. */
    long step(long price) {
        int row = from.length - 1;
        while (row > 0 && from[row] > price) {
            row--;
        }
        return step[row];
    }
}
