package org.gavel.protocol.proof;

/** The hashes of a tree's complete subtrees. */
@FunctionalInterface
public interface HashSource {
    /**
     * The root over the leaves {@code index × 2^level} to {@code (index + 1) × 2^level - 1}, all of which there are; level
     * 0 holds the leaves' hashes.
     */
    TreeHash at(int level, long index);
}
