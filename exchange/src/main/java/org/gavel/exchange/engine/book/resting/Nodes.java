package org.gavel.exchange.engine.book.resting;

import java.util.Arrays;

/**
 * A pool of tree nodes: 64 children, a bit for each that is there, and the node above. A child that is not there is
 * {@link #NONE} as well, so that one look finds a child or finds it missing; a node is freed when it has none.
 */
final class Nodes {
    static final int NONE = -1;

    /** Bits of a key that one node decides. */
    static final int BITS = 6;

    static final int FAN_MASK = (1 << BITS) - 1;

    private static final int PAGE_BITS = 6;
    private static final int PAGE = 1 << PAGE_BITS;
    private static final int PAGE_MASK = PAGE - 1;

    private long[][] present = new long[1][];
    private int[][] children = new int[1][];
    private int[][] parents = new int[1][];
    private int used;
    private int free = NONE;

    int take(int parent) {
        int node = free;
        if (node != NONE) {
            free = parent(node);
        } else {
            node = used++;
            addPageFor(node);
        }
        parent(node, parent);
        return node;
    }

    void free(int node) {
        parent(node, free);
        free = node;
    }

    private void addPageFor(int node) {
        int page = node >>> PAGE_BITS;
        if (page == present.length) {
            present = Arrays.copyOf(present, page * 2);
            children = Arrays.copyOf(children, page * 2);
            parents = Arrays.copyOf(parents, page * 2);
        }
        if (present[page] == null) {
            present[page] = new long[PAGE];
            children[page] = new int[PAGE << BITS];
            Arrays.fill(children[page], NONE);
            parents[page] = new int[PAGE];
        }
    }

    /** A bit for every child that is there. */
    long present(int node) {
        return present[node >>> PAGE_BITS][node & PAGE_MASK];
    }

    int parent(int node) {
        return parents[node >>> PAGE_BITS][node & PAGE_MASK];
    }

    void parent(int node, int parent) {
        parents[node >>> PAGE_BITS][node & PAGE_MASK] = parent;
    }

    /** The child at a place, or {@link #NONE}. */
    int child(int node, int place) {
        return children[node >>> PAGE_BITS][((node & PAGE_MASK) << BITS) + place];
    }

    void put(int node, int place, int child) {
        children[node >>> PAGE_BITS][((node & PAGE_MASK) << BITS) + place] = child;
        present[node >>> PAGE_BITS][node & PAGE_MASK] |= 1L << place;
    }

    /** Takes a child away; answers whether none is left. */
    boolean clear(int node, int place) {
        children[node >>> PAGE_BITS][((node & PAGE_MASK) << BITS) + place] = NONE;
        long[] page = present[node >>> PAGE_BITS];
        long left = page[node & PAGE_MASK] & ~(1L << place);
        page[node & PAGE_MASK] = left;
        return left == 0;
    }
}
