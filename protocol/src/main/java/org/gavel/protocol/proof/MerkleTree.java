package org.gavel.protocol.proof;

import java.util.ArrayList;
import java.util.List;

/**
 * A Merkle tree of a size, over hashes kept elsewhere (RFC 9162 §2.1): its root, and proofs that a leaf is in it or that
 * it goes on from a smaller one. Costs grow with the logarithm of the size.
 */
public final class MerkleTree {
    private final HashSource hashes;
    private final long size;

    /** The tree of the first {@code size} leaves. */
    public MerkleTree(HashSource hashes, long size) {
        if (size < 0) {
            throw new IllegalArgumentException("a tree of " + size + " leaves");
        }
        this.hashes = hashes;
        this.size = size;
    }

    public TreeHash root() {
        return size == 0 ? TreeHash.EMPTY : over(0, size);
    }

    /** That the leaf at this place, from 0, is in the tree (§2.1.3.1). */
    public InclusionProof inclusionOf(long index) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("leaf " + index + " of a tree of " + size);
        }
        List<TreeHash> path = new ArrayList<>();
        path(index, 0, size, path);
        return new InclusionProof(index, size, path);
    }

    private void path(long index, long from, long to, List<TreeHash> path) {
        if (to - from == 1) {
            return;
        }
        long split = from + split(to - from);
        if (index < split) {
            path(index, from, split, path);
            path.add(over(split, to));
        } else {
            path(index, split, to, path);
            path.add(over(from, split));
        }
    }

    /** That the tree goes on from its own first leaves, at least one (§2.1.4.1). */
    public ConsistencyProof consistencyWith(long first) {
        if (first < 1 || first > size) {
            throw new IllegalArgumentException("a tree of " + first + " leaves before one of " + size);
        }
        List<TreeHash> path = new ArrayList<>();
        if (first < size) {
            subproof(first, 0, size, true, path);
        }
        return new ConsistencyProof(first, size, path);
    }

    private void subproof(long first, long from, long to, boolean isKnown, List<TreeHash> path) {
        if (first == to) {
            if (!isKnown) {
                path.add(over(from, to));
            }
            return;
        }
        long split = from + split(to - from);
        if (first <= split) {
            subproof(first, from, split, isKnown, path);
            path.add(over(split, to));
        } else {
            subproof(first, split, to, false, path);
            path.add(over(from, split));
        }
    }

    /** The root over a range that begins where a subtree of its size can. */
    private TreeHash over(long from, long to) {
        long length = to - from;
        if (Long.bitCount(length) == 1) {
            int level = Long.numberOfTrailingZeros(length);
            return hashes.at(level, from >>> level);
        }
        long split = from + split(length);
        return TreeHash.node(over(from, split), over(split, to));
    }

    /** The largest power of two below {@code length}, which is at least 2. */
    private static long split(long length) {
        return Long.highestOneBit(length - 1);
    }
}
