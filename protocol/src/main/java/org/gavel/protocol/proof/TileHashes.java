package org.gavel.protocol.proof;

import java.util.HashMap;
import java.util.Map;

/**
 * The hashes of a tree of some size, out of its tiles. Nothing is believed of the tiles: compare the tree's root with a
 * signed one. Keeps the tiles it has asked for; for one thread and a few proofs.
 */
public final class TileHashes implements HashSource {
    private final TileSource source;
    private final long size;
    private final Map<TilePath, byte[]> known = new HashMap<>();

    public TileHashes(TileSource source, long size) {
        this.source = source;
        this.size = size;
    }

    /** The tree whose hashes these are. */
    public MerkleTree tree() {
        return new MerkleTree(this, size);
    }

    @Override
    public TreeHash at(int level, long index) {
        int tileLevel = level / TilePath.HEIGHT;
        int within = level % TilePath.HEIGHT;
        long first = index << within;
        long tile = first / TilePath.WIDTH;
        long onLevel = size >>> (tileLevel * TilePath.HEIGHT);
        int width = (int) Math.min(TilePath.WIDTH, onLevel - tile * TilePath.WIDTH);
        byte[] hashes = known.computeIfAbsent(new TilePath(tileLevel, tile, width), this::load);
        return over(hashes, (int) (first % TilePath.WIDTH), 1 << within);
    }

    private byte[] load(TilePath tile) {
        byte[] hashes = source.tile(tile);
        if (hashes.length != tile.width() * TreeHash.BYTES) {
            throw new InvalidProof(
                    tile.path() + " has " + hashes.length + " bytes, not " + tile.width() * TreeHash.BYTES);
        }
        return hashes;
    }

    private static TreeHash over(byte[] hashes, int from, int count) {
        if (count == 1) {
            return TreeHash.of(hashes, from * TreeHash.BYTES);
        }
        int half = count / 2;
        return TreeHash.node(over(hashes, from, half), over(hashes, from + half, half));
    }
}
