package org.gavel.protocol.proof;

import java.util.List;

/**
 * That a tree goes on from a smaller one: nothing of it was changed, removed or put in between (RFC 9162 §2.1.4).
 *
 * @param first the smaller tree's leaves, at least one
 * @param second the greater tree's leaves
 * @param path the hashes both are made of
 */
public record ConsistencyProof(long first, long second, List<TreeHash> path) {
    public ConsistencyProof {
        path = List.copyOf(path);
    }

    /** Whether it proves that the tree of the second root goes on from that of the first (§2.1.4.2). */
    public boolean proves(TreeHash firstRoot, TreeHash secondRoot) {
        if (first < 1 || first > second) {
            return false;
        }
        if (first == second) {
            return path.isEmpty() && firstRoot.equals(secondRoot);
        }
        boolean isComplete = Long.bitCount(first) == 1;
        if (path.isEmpty() && !isComplete) {
            return false;
        }
        int up = Long.numberOfTrailingZeros(first);
        long node = (first - 1) >>> up;
        long last = (second - 1) >>> up;
        TreeHash before = isComplete ? firstRoot : path.get(0);
        TreeHash after = before;
        for (TreeHash beside : path.subList(isComplete ? 0 : 1, path.size())) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                before = TreeHash.node(beside, before);
                after = TreeHash.node(beside, after);
                int skipped = Long.numberOfTrailingZeros(node);
                node >>>= skipped;
                last >>>= skipped;
            } else {
                after = TreeHash.node(after, beside);
            }
            node >>>= 1;
            last >>>= 1;
        }
        return last == 0 && before.equals(firstRoot) && after.equals(secondRoot);
    }
}
