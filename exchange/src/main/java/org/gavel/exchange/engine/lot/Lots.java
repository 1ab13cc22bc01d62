package org.gavel.exchange.engine.lot;

import java.util.Arrays;
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
    private final Groups groups = new Groups();
    private final transient Mechanisms mechanisms;
    private final Accounts accounts;

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
        return new Lot(terms, mechanisms, statute, accounts);
    }

    void add(Lot lot) {
        lots.put(lot.number(), lot);
        groups.add(lot);
    }

    Groups groups() {
        return groups;
    }

    /** In order of their numbers. */
    public List<Lot> inOrder() {
        int[] numbers = lots.keySet().stream().mapToInt(Integer::intValue).toArray();
        Arrays.sort(numbers);
        return Arrays.stream(numbers).mapToObj(lots::get).toList();
    }

    /** The numbers of the lots that take bids or acts now, in order. */
    public List<Integer> running() {
        return inOrder().stream()
                .filter(lot -> lot.state().isRunning())
                .map(Lot::number)
                .toList();
    }

    public void writeTo(StateWriter out) {
        List<Lot> all = inOrder();
        out.put(all.size());
        all.forEach(lot -> lot.writeTo(out));
    }
}
