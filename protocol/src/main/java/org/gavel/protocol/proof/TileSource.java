package org.gavel.protocol.proof;

/** Where the tiles of a log come from: its files, its server, or memory. */
@FunctionalInterface
public interface TileSource {
    /**
     * The hashes of a tile, 32 bytes each, exactly as many as its width says.
     *
     * @throws RuntimeException where it cannot be had; the message says which tile and why
     */
    byte[] tile(TilePath tile);
}
