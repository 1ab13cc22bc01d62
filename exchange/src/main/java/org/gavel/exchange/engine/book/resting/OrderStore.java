package org.gavel.exchange.engine.book.resting;

import java.util.Arrays;
import org.gavel.exchange.engine.index.LongIndex;

/**
 * Every order that rests in a venue's books: by slot, by id, by price on its {@link BookSide}, and by position in the
 * order they came. An order is in all four or in none. Ids are the caller's and unique in the venue.
 */
public final class OrderStore {
    private static final int FIRST_POSITIONS = 64;

    private final Records records = new Records();
    private final Orders orders = new Orders(records);
    private final Levels levels = new Levels(records);
    private final Nodes nodes = new Nodes();
    private final LongIndex ids = new LongIndex();
    private int[] firstOwn = filled(FIRST_POSITIONS);
    private int[] lastOwn = filled(FIRST_POSITIONS);

    public Orders orders() {
        return orders;
    }

    Records records() {
        return records;
    }

    Levels levels() {
        return levels;
    }

    Nodes nodes() {
        return nodes;
    }

    /** The slot of the order with this id, or {@link Orders#NONE}. */
    public int find(long id) {
        return ids.get(id);
    }

    /** Reads the order with this id; answers whether there is one. */
    public boolean read(long id, RestingOrder into) {
        int slot = ids.get(id);
        if (slot == Orders.NONE) {
            return false;
        }
        orders.read(slot, into);
        return true;
    }

    /** Reads the order in a slot. */
    public void read(int slot, RestingOrder into) {
        orders.read(slot, into);
    }

    /** Takes a new order in behind all others; it has neither price nor size before {@link #enter}. */
    public int admit(long id, int instrument, int participant, int position, int flags) {
        int slot = orders.take();
        orders.identify(slot, id, instrument, participant, position, flags);
        ids.put(id, slot);
        linkOwn(position, slot);
        return slot;
    }

    /** Puts an admitted order, or one that {@link #lift} took out, behind all others at its price. */
    public void enter(BookSide side, int slot, long price, long quantity, boolean market) {
        side.add(slot, price, quantity, market);
    }

    /** Takes an order out of its queue; it keeps its slot, its id and its place among its owner's. */
    public void lift(BookSide side, int slot) {
        side.remove(slot);
    }

    /** Takes an order to another price or size, behind all others there. */
    public void move(BookSide side, int slot, long price, long quantity) {
        side.move(slot, price, quantity);
    }

    /** Sets an order's open units where it stands; more than none. */
    public void resize(BookSide side, int slot, long quantity) {
        side.resize(slot, quantity);
    }

    /** Forgets a lifted order. */
    public void forget(int slot) {
        ids.remove(orders.id(slot));
        unlinkOwn(orders.position(slot), slot);
        orders.free(slot);
    }

    /** The first order of a position that came, or {@link Orders#NONE}. */
    public int firstOf(int position) {
        return position < firstOwn.length ? firstOwn[position] : Orders.NONE;
    }

    /** The order of the same position that came next, or {@link Orders#NONE}. */
    public int nextOf(int slot) {
        return orders.nextOwn(slot);
    }

    private void linkOwn(int position, int slot) {
        if (position >= firstOwn.length) {
            growPositions(position);
        }
        int last = lastOwn[position];
        orders.previousOwn(slot, last);
        orders.nextOwn(slot, Orders.NONE);
        if (last == Orders.NONE) {
            firstOwn[position] = slot;
        } else {
            orders.nextOwn(last, slot);
        }
        lastOwn[position] = slot;
    }

    private void unlinkOwn(int position, int slot) {
        int previous = orders.previousOwn(slot);
        int next = orders.nextOwn(slot);
        if (previous == Orders.NONE) {
            firstOwn[position] = next;
        } else {
            orders.nextOwn(previous, next);
        }
        if (next == Orders.NONE) {
            lastOwn[position] = previous;
        } else {
            orders.previousOwn(next, previous);
        }
    }

    private void growPositions(int position) {
        int length = Math.max(position + 1, firstOwn.length * 2);
        int before = firstOwn.length;
        firstOwn = Arrays.copyOf(firstOwn, length);
        lastOwn = Arrays.copyOf(lastOwn, length);
        Arrays.fill(firstOwn, before, length, Orders.NONE);
        Arrays.fill(lastOwn, before, length, Orders.NONE);
    }

    private static int[] filled(int length) {
        int[] slots = new int[length];
        Arrays.fill(slots, Orders.NONE);
        return slots;
    }
}
