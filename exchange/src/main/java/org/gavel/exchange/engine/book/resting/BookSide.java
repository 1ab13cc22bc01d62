package org.gavel.exchange.engine.book.resting;

/**
 * One side of one book: levels from the best price on, and before them the market orders that wait. The levels hang
 * on a tree of 64 ways that is only as high as its prices lie apart (eight nodes for all there can be), so a level is
 * found, made, dropped or followed by its next in at most that many steps, however many orders rest.
 */
public final class BookSide {
    /** No level. */
    public static final int NONE = Levels.NONE;

    /** Above any price in fen; a key and its node's place are never negative. */
    private static final long MAX_KEY = (1L << 48) - 1;

    private final Orders orders;
    private final Levels levels;
    private final Nodes nodes;
    private final boolean buys;

    private int root = Nodes.NONE;
    private int height;

    /** What all keys in the tree have in common above its root. */
    private long prefix;

    private int best = NONE;
    private int marketLevel = NONE;

    public BookSide(OrderStore store, boolean buys) {
        this.orders = store.orders();
        this.levels = store.levels();
        this.nodes = store.nodes();
        this.buys = buys;
    }

    public boolean isBuys() {
        return buys;
    }

    /** The best level, or {@link #NONE}. */
    public int best() {
        return best;
    }

    /** Fen a unit of the best level, or 0. */
    public long bestPrice() {
        return best == NONE ? 0 : levels.price(best);
    }

    /** Units open at the best price. */
    public long bestQuantity() {
        return best == NONE ? 0 : levels.quantity(best);
    }

    public long price(int level) {
        return levels.price(level);
    }

    public long quantity(int level) {
        return levels.quantity(level);
    }

    public int count(int level) {
        return levels.count(level);
    }

    /** The first order of a level. */
    public int first(int level) {
        return levels.head(level);
    }

    /** The first waiting market order, or {@link Orders#NONE}. */
    public int firstMarket() {
        return marketLevel == NONE ? Orders.NONE : levels.head(marketLevel);
    }

    /** Units of all waiting market orders. */
    public long marketQuantity() {
        return marketLevel == NONE ? 0 : levels.quantity(marketLevel);
    }

    public boolean isEmpty() {
        return best == NONE && marketLevel == NONE;
    }

    /** Whether an order of this side may trade at a price, its limit being the other one. */
    public boolean accepts(long limit, long price) {
        return buys ? price <= limit : price >= limit;
    }

    /** Whether the first price is better for the other side than the second. */
    public boolean isBetter(long price, long other) {
        return buys ? price > other : price < other;
    }

    /** The price farthest from the best, or 0. */
    public long worstPrice() {
        if (root == Nodes.NONE) {
            return 0;
        }
        int node = root;
        for (int above = height - 1; above >= 0; above--) {
            node = nodes.child(node, Long.SIZE - 1 - Long.numberOfLeadingZeros(nodes.present(node)));
        }
        return levels.price(node);
    }

    /** The level behind this one, or {@link #NONE}. */
    public int next(int level) {
        long key = key(levels.price(level));
        int node = levels.leaf(level);
        for (int shift = 0; node != Nodes.NONE; shift += Nodes.BITS) {
            int place = (int) (key >>> shift) & Nodes.FAN_MASK;
            long behind = nodes.present(node) & (-2L << place);
            if (behind != 0) {
                return firstUnder(nodes.child(node, Long.numberOfTrailingZeros(behind)), shift);
            }
            node = nodes.parent(node);
        }
        return NONE;
    }

    private int firstUnder(int child, int fromShift) {
        int node = child;
        for (int shift = fromShift; shift > 0; shift -= Nodes.BITS) {
            node = nodes.child(node, Long.numberOfTrailingZeros(nodes.present(node)));
        }
        return node;
    }

    /** Puts an order behind all others at its price. */
    void add(int slot, boolean market) {
        levels.append(market ? marketLevel() : levelAt(orders.price(slot)), slot);
    }

    /** Takes an order out of its queue. */
    void remove(int slot) {
        int level = orders.level(slot);
        if (levels.unlink(level, slot)) {
            drop(level);
        }
    }

    /** Takes an order to another price or size, behind all others there. The new level is made before the old goes. */
    void move(int slot, long price, long quantity) {
        int from = orders.level(slot);
        int to = levelNear(from, price);
        boolean emptied = levels.unlink(from, slot);
        orders.terms(slot, price, quantity);
        levels.append(to, slot);
        if (emptied && from != to) {
            drop(from);
        }
    }

    /** Sets an order's open units where it stands. */
    void resize(int slot, long quantity) {
        levels.addQuantity(orders.level(slot), quantity - orders.quantity(slot));
        orders.quantity(slot, quantity);
    }

    private int marketLevel() {
        if (marketLevel == NONE) {
            marketLevel = levels.take(0, Nodes.NONE);
        }
        return marketLevel;
    }

    /** Where the other level hangs on the same leaf, as for a small move it mostly does, without a walk. */
    private int levelNear(int level, long price) {
        long key = key(price);
        boolean isNear = (key ^ key(levels.price(level))) >>> Nodes.BITS == 0;
        return levelAt(isNear ? levels.leaf(level) : leafOf(key), key, price);
    }

    private int levelAt(long price) {
        long key = key(price);
        return levelAt(leafOf(key), key, price);
    }

    private int levelAt(int leaf, long key, long price) {
        int place = (int) key & Nodes.FAN_MASK;
        if (((nodes.present(leaf) >>> place) & 1) != 0) {
            return nodes.child(leaf, place);
        }
        int level = levels.take(price, leaf);
        nodes.put(leaf, place, level);
        if (best == NONE || isBetter(price, levels.price(best))) {
            best = level;
        }
        return level;
    }

    private void drop(int level) {
        if (level == marketLevel) {
            marketLevel = NONE;
        } else {
            if (level == best) {
                best = next(level);
            }
            prune(levels.leaf(level), key(levels.price(level)));
        }
        levels.free(level);
    }

    /** The leaf for a key, made where it is missing. */
    private int leafOf(long key) {
        if (root == Nodes.NONE) {
            root = nodes.take(Nodes.NONE);
            height = 1;
            prefix = key >>> Nodes.BITS;
            return root;
        }
        while (key >>> (height * Nodes.BITS) != prefix) {
            grow();
        }
        int node = root;
        for (int shift = (height - 1) * Nodes.BITS; shift > 0; shift -= Nodes.BITS) {
            int place = (int) (key >>> shift) & Nodes.FAN_MASK;
            if (((nodes.present(node) >>> place) & 1) == 0) {
                nodes.put(node, place, nodes.take(node));
            }
            node = nodes.child(node, place);
        }
        return node;
    }

    /** Puts a root above the root. */
    private void grow() {
        int above = nodes.take(Nodes.NONE);
        nodes.put(above, (int) prefix & Nodes.FAN_MASK, root);
        nodes.parent(root, above);
        root = above;
        prefix >>>= Nodes.BITS;
        height++;
    }

    private void prune(int leaf, long key) {
        int node = leaf;
        for (int shift = 0; nodes.clear(node, (int) (key >>> shift) & Nodes.FAN_MASK); shift += Nodes.BITS) {
            int parent = nodes.parent(node);
            nodes.free(node);
            if (parent == Nodes.NONE) {
                root = Nodes.NONE;
                return;
            }
            node = parent;
        }
    }

    /** Ascends from the best price on either side. */
    private long key(long price) {
        return buys ? MAX_KEY - price : price;
    }
}
