package org.gavel.exchange.engine.book.resting;

/** Price levels: each the beginning of a ring of the orders at one price, first come first, with their total. */
final class Levels {
    static final int NONE = Records.NONE;

    private static final int PRICE = Orders.PRICE;
    private static final int QUANTITY = Orders.QUANTITY;

    /** Leaf of the tree and count of orders. */
    private static final int PLACE = 1;

    private final Records records;

    Levels(Records records) {
        this.records = records;
    }

    /** An empty level; {@code leaf} is the node of the tree it hangs on. */
    int take(long price, int leaf) {
        int level = records.take();
        records.begin(level);
        records.put(level, PRICE, price);
        records.put(level, QUANTITY, 0);
        records.put(level, PLACE, Records.both(leaf, 0));
        return level;
    }

    void free(int level) {
        records.free(level);
    }

    long price(int level) {
        return records.get(level, PRICE);
    }

    /** Units open at this price. */
    long quantity(int level) {
        return records.get(level, QUANTITY);
    }

    void addQuantity(int level, long quantity) {
        records.words()[Records.at(level) + QUANTITY] += quantity;
    }

    /** The first order; of a level that has one. */
    int head(int level) {
        return records.upper(level, Records.RING);
    }

    int count(int level) {
        return records.lower(level, PLACE);
    }

    int leaf(int level) {
        return records.upper(level, PLACE);
    }

    /** Puts an order of so many units, in no ring, behind all others of the level; answers its links. */
    long append(int level, int slot, long quantity) {
        long[] words = records.words();
        int at = Records.at(level);
        int last = (int) words[at + Records.RING];
        Records.putUpper(words, Records.at(last) + Records.RING, slot);
        Records.putLower(words, at + Records.RING, slot);
        words[at + QUANTITY] += quantity;
        words[at + PLACE]++;
        return Records.both(level, last);
    }

    /** Counts an order of so many units out; answers whether the level is empty now. */
    boolean leave(int level, long quantity) {
        long[] words = records.words();
        int at = Records.at(level);
        words[at + QUANTITY] -= quantity;
        return (int) --words[at + PLACE] == 0;
    }
}
