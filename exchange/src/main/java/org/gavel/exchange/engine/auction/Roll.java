package org.gavel.exchange.engine.auction;

import java.util.List;
import org.agrona.collections.IntArrayList;
import org.agrona.collections.IntHashSet;
import org.gavel.exchange.engine.state.StateWriter;

/** Bidders in the order they came, each once. Asking costs the same however many there are. */
public final class Roll {
    private final IntHashSet known = new IntHashSet();
    private final IntArrayList order = new IntArrayList();

    public void add(int bidder) {
        if (known.add(bidder)) {
            order.addInt(bidder);
        }
    }

    public void remove(int bidder) {
        if (known.remove(bidder)) {
            order.removeInt(bidder);
        }
    }

    public boolean has(int bidder) {
        return known.contains(bidder);
    }

    public int size() {
        return order.size();
    }

    /** Who came first, 0 where nobody has come. */
    public int first() {
        return order.isEmpty() ? 0 : order.getInt(0);
    }

    public List<Integer> list() {
        return List.copyOf(order);
    }

    /** These, and nobody else. */
    public void become(List<Integer> bidders) {
        known.clear();
        order.clear();
        bidders.forEach(this::add);
    }

    public void writeTo(StateWriter out) {
        out.put(order.size());
        for (int i = 0; i < order.size(); i++) {
            out.put(order.getInt(i));
        }
    }
}
