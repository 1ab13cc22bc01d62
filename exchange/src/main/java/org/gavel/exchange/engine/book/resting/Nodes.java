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

    private static final int FIRST_SIZE = 1 << 6;

    private long[] present = new long[FIRST_SIZE];
    private int[][] children = new int[FIRST_SIZE][];
    private int[] parents = new int[FIRST_SIZE];
    private int used;
    private int free = NONE;

    int take(int parent) {
        int node = free;
        if (node != NONE) {
            free = parent(node);
        } else {
            node = used++;
            make(node);
        }
        parent(node, parent);
        return node;
    }

    private void make(int node) {
        if (node == present.length) {
            present = Arrays.copyOf(present, node * 2);
            children = Arrays.copyOf(children, node * 2);
            parents = Arrays.copyOf(parents, node * 2);
        }
        children[node] = new int[1 << BITS];
        Arrays.fill(children[node], NONE);
    }

    void free(int node) {
        parent(node, free);
        free = node;
    }

    /** A bit for every child that is there. */
    long present(int node) {
        return present[node];
    }

    int parent(int node) {
        return parents[node];
    }

    void parent(int node, int parent) {
        parents[node] = parent;
    }

    /** The child at a place, or {@link #NONE}. */
    int child(int node, int place) {
        return children[node][place];
    }

    void put(int node, int place, int child) {
        children[node][place] = child;
        present[node] |= 1L << place;
    }

    /** Takes a child away; answers whether none is left. */
    boolean clear(int node, int place) {
        children[node][place] = NONE;
        long left = present[node] & ~(1L << place);
        present[node] = left;
        return left == 0;
    }
}
