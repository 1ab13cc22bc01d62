package org.gavel.protocol.proof;

import java.util.List;

/**
 * That a leaf is in a tree (RFC 9162 §2.1.3).
 *
 * @param index the leaf's place, from 0
 * @param size the tree's leaves
 * @param path the hashes beside the way from the leaf to the root, from below
 */
public record InclusionProof(long index, long size, List<TreeHash> path) {
    public InclusionProof {
        path = List.copyOf(path);
    }

    /** Whether it proves that this leaf is in the tree of this root (§2.1.3.2). */
    public boolean proves(TreeHash leaf, TreeHash root) {
        if (index < 0 || index >= size) {
            return false;
        }
        long node = index;
        long last = size - 1;
        TreeHash hash = leaf;
        for (TreeHash beside : path) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                hash = TreeHash.node(beside, hash);
                int up = Long.numberOfTrailingZeros(node);
                node >>>= up;
                last >>>= up;
            } else {
                hash = TreeHash.node(hash, beside);
            }
            node >>>= 1;
            last >>>= 1;
        }
        return last == 0 && hash.equals(root);
    }
}
