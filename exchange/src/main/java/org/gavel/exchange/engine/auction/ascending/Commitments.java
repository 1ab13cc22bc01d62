package org.gavel.exchange.engine.auction.ascending;

import java.util.List;
import java.util.TreeMap;
import org.gavel.exchange.engine.state.StateWriter;
import org.gavel.protocol.event.Event;
import org.gavel.protocol.event.MaximumOpened;
import org.gavel.protocol.value.Money;

/** The maxima committed to in public, the last of each paddle; opened in the order of paddles. */
final class Commitments {
    private final TreeMap<Integer, Committed> byPaddle = new TreeMap<>();

    private record Committed(long maximum, String salt) {}

    void add(int paddle, long maximum, String salt) {
        byPaddle.put(paddle, new Committed(maximum, salt));
    }

    List<Event> openings(int lot) {
        return byPaddle.entrySet().stream()
                .<Event>map(one -> new MaximumOpened(
                        lot,
                        one.getKey(),
                        new Money(one.getValue().maximum()),
                        one.getValue().salt()))
                .toList();
    }

    /** Where there are none, nothing: as it was before there could be any. */
    void writeTo(StateWriter out) {
        if (!byPaddle.isEmpty()) {
            out.put("commitments").put(byPaddle.size());
            byPaddle.forEach((paddle, one) -> out.put(paddle).put(one.maximum()).put(one.salt()));
        }
    }
}
