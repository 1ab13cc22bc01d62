package org.gavel.exchange.engine.lot;

import java.util.List;
import org.agrona.collections.Int2ObjectHashMap;
import org.agrona.collections.IntHashSet;
import org.gavel.exchange.engine.account.Accounts;
import org.gavel.exchange.engine.auction.Mechanisms;
import org.gavel.exchange.engine.state.StateWriter;
import org.gavel.protocol.command.AnnounceLot;

/** Every lot by its number: O(1) to find one; in order of the numbers where the order can be seen. */
public final class Lots {
    private final Int2ObjectHashMap<Lot> lots = new Int2ObjectHashMap<>();
    private final IntHashSet reserved = new IntHashSet();
    private final RunningLots running = new RunningLots();
    private final Groups groups = new Groups();
    private final transient Mechanisms mechanisms;
    private final Accounts accounts;

    /** Scratch: nothing of it is in a snapshot; it finds out by itself what a snapshot brought. */
    private final transient LotOrder order = new LotOrder();

    public Lots(Mechanisms mechanisms, Accounts accounts) {
        this.mechanisms = mechanisms;
        this.accounts = accounts;
    }

    public boolean has(int number) {
        return lots.containsKey(number);
    }

    /** Whether neither a lot has the number nor anything else that shares the numbers of lots. */
    public boolean isFree(int number) {
        return !has(number) && !reserved.contains(number);
    }

    /** Something else than a lot has this number from now on, and writes it into its own state. */
    public void reserve(int number) {
        reserved.add(number);
    }

    /** The lot; ask {@link #has} first. */
    public Lot get(int number) {
        Lot lot = lots.get(number);
        if (lot == null) {
            throw new IllegalStateException("no lot " + number);
        }
        return lot;
    }

    /** A lot of these terms, not yet among the lots: making it is what can fail. */
    Lot make(AnnounceLot terms, Statute statute) {
        return new Lot(terms, mechanisms, statute, accounts, running);
    }

    void add(Lot lot) {
        lots.put(lot.number(), lot);
        order.add(lot);
        groups.add(lot);
    }

    Groups groups() {
        return groups;
    }

    /** In order of their numbers; it holds until the next lot is announced. O(lots) for the first who asks after that. */
    public List<Lot> inOrder() {
        return order.of(lots.values());
    }

    /** The numbers of the lots that take bids or acts now, in order; costs what these are, however many others rest. */
    public List<Integer> running() {
        return running.inOrder();
    }

    /** Whether any lot takes bids or acts. */
    public boolean isAnyRunning() {
        return running.isAny();
    }

    public void writeTo(StateWriter out) {
        List<Lot> all = inOrder();
        out.put(all.size());
        for (int i = 0; i < all.size(); i++) {
            all.get(i).writeTo(out);
        }
    }
}
