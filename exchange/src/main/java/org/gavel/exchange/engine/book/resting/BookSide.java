package org.gavel.exchange.engine.book.resting;

/**
 * One side of one book: levels from the best price on, and before them the market orders that wait. The levels hang
 * on a tree of 64 ways that is only as high as its prices lie apart (eight nodes for all there can be), so a level is
 * found, made, dropped or followed by its next in at most that many steps, however many orders rest.
 */
public final class BookSide {
    /** No level. */
    public static final int NONE = Levels.NONE;

    /** Every bit that a price in fen can have; a key and its node's place are never negative. */
    private static final long MAX_KEY = (1L << 48) - 1;

    /** Behind every key there can be. */
    private static final long NO_KEY = Long.MAX_VALUE;

    private final Orders orders;
    private final Records records;
    private final Levels levels;
    private final Nodes nodes;
    private final boolean buys;

    /** Turns prices into keys that ascend from the best price on, and back. */
    private final long flip;

    private int root = Nodes.NONE;
    private int height;

    /** What all keys in the tree have in common above its root. */
    private long prefix;

    private int best = NONE;
    private long bestPrice;
    private long bestKey = NO_KEY;

    /** Whether what rests at the best price may have changed since that was last asked. */
    private boolean stirred;

    private int marketLevel = NONE;

    public BookSide(OrderStore store, boolean buys) {
        this.orders = store.orders();
        this.records = store.records();
        this.levels = store.levels();
        this.nodes = store.nodes();
        this.buys = buys;
        this.flip = buys ? MAX_KEY : 0;
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
        return bestPrice;
    }

    /** Units open at the best price. */
    public long bestQuantity() {
        return best == NONE ? 0 : levels.quantity(best);
    }

    /** Whether best price or quantity may have changed since {@link #settle}. */
    public boolean isStirred() {
        return stirred;
    }

    /** What is best is known. */
    public void settle() {
        stirred = false;
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
        return key(price) >= key(limit);
    }

    /** Whether an order of the other side with this limit meets any of this one. */
    public boolean meets(long limit) {
        return key(limit) >= bestKey || marketLevel != NONE;
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
    void add(int slot, long price, long quantity, boolean market) {
        append(market ? marketLevel() : levelNear(best, price), slot, price, quantity);
    }

    /** Takes an order out of its queue. */
    void remove(int slot) {
        records.unlink(slot);
        leave(orders.level(slot), orders.quantity(slot));
    }

    /** Takes an order to another price or size, behind all others there. The new level is made before the old goes. */
    void move(int slot, long price, long quantity) {
        int from = orders.level(slot);
        int to = levelNear(from, price);
        long before = orders.quantity(slot);
        records.unlink(slot);
        append(to, slot, price, quantity);
        leave(from, before);
    }

    private void append(int level, int slot, long price, long quantity) {
        long[] words = records.words();
        int at = Records.at(slot);
        words[at + Records.RING] = levels.append(level, slot, quantity);
        words[at + Orders.PLACE] = Records.both(level, (int) words[at + Orders.PLACE]);
        words[at + Orders.PRICE] = price;
        words[at + Orders.QUANTITY] = quantity;
        stir(level);
    }

    private void leave(int level, long quantity) {
        stir(level);
        if (levels.leave(level, quantity)) {
            drop(level);
        }
    }

    private void stir(int level) {
        if (level == best) {
            stirred = true;
        }
    }

    /** Sets an order's open units where it stands. */
    void resize(int slot, long quantity) {
        int level = orders.level(slot);
        levels.addQuantity(level, quantity - orders.quantity(slot));
        orders.quantity(slot, quantity);
        stir(level);
    }

    private int marketLevel() {
        if (marketLevel == NONE) {
            marketLevel = levels.take(0, Nodes.NONE);
        }
        return marketLevel;
    }

    /** Where the price hangs on the same leaf as another level, as for a small move it mostly does, without a walk. */
    private int levelNear(int level, long price) {
        boolean isNear = level != NONE && (price ^ levels.price(level)) >>> Nodes.BITS == 0;
        int leaf = isNear ? levels.leaf(level) : leafOf(key(price));
        int found = nodes.child(leaf, (int) key(price) & Nodes.FAN_MASK);
        return found != Nodes.NONE ? found : newLevel(leaf, price);
    }

    private int newLevel(int leaf, long price) {
        int level = levels.take(price, leaf);
        nodes.put(leaf, (int) key(price) & Nodes.FAN_MASK, level);
        if (key(price) < bestKey) {
            best(level, price);
        }
        return level;
    }

    private void best(int level, long price) {
        best = level;
        bestPrice = price;
        bestKey = key(price);
        stirred = true;
    }

    private void noBest() {
        best = NONE;
        bestPrice = 0;
        bestKey = NO_KEY;
        stirred = true;
    }

    private void drop(int level) {
        if (level == marketLevel) {
            marketLevel = NONE;
        } else {
            if (level == best) {
                dropBest();
            }
            prune(levels.leaf(level), key(levels.price(level)));
        }
        levels.free(level);
    }

    private void dropBest() {
        int behind = next(best);
        if (behind == NONE) {
            noBest();
        } else {
            best(behind, levels.price(behind));
        }
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
            int child = nodes.child(node, place);
            if (child == Nodes.NONE) {
                child = nodes.take(node);
                nodes.put(node, place, child);
            }
            node = child;
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
        return price ^ flip;
    }
}
