package org.gavel.exchange.transparency;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.gavel.protocol.proof.Checkpoint;
import org.gavel.protocol.proof.LogEntry;
import org.gavel.protocol.proof.TileHashes;
import org.gavel.protocol.proof.TilePath;
import org.gavel.protocol.proof.TileSource;
import org.gavel.protocol.proof.TreeHash;

/**
 * The tree as it grows: its right edge in memory, everything to the left of it in tiles. Starts empty, or at a signed head, and writes each
 * tile as it becomes whole; one that is there already is held against it. For one thread.
 */
final class GrowingTree implements TileSource {
    private static final int HASH = TreeHash.BYTES;
    private static final int LEVELS = 8;

    private final TileFiles files;
    private final MessageDigest digest = sha256();
    private final List<byte[]> edge = new ArrayList<>();
    private final int[] widths = new int[LEVELS];
    private final byte[] reduced = new byte[TilePath.WIDTH * HASH];
    private final byte[] leaf = new byte[HASH];
    private final ByteArrayOutputStream bundle = new ByteArrayOutputStream();
    private long size;
    private long mended;

    GrowingTree(TileFiles files) {
        this.files = files;
        for (int level = 0; level < LEVELS; level++) {
            edge.add(new byte[TilePath.WIDTH * HASH]);
        }
    }

    /**
     * Goes on from a head that was signed, whose right edge is read from the tiles; answers false, and stays empty, where
     * they do not lead to it.
     */
    boolean resume(Checkpoint head) {
        size = head.size();
        boolean isRight = readEdge() && root().equals(head.root());
        if (!isRight) {
            size = 0;
            Arrays.fill(widths, 0);
            bundle.reset();
        }
        return isRight;
    }

    private boolean readEdge() {
        for (int level = 0; level < LEVELS; level++) {
            int width = (int) ((size >>> (level * TilePath.HEIGHT)) % TilePath.WIDTH);
            Optional<byte[]> part = stored(new TilePath(level, indexOf(level), Math.max(1, width)), HASH);
            if (width > 0 && part.isEmpty()) {
                return false;
            }
            widths[level] = width;
            System.arraycopy(part.orElse(leaf), 0, edge.get(level), 0, width * HASH);
        }
        return widths[0] == 0 || readBundle();
    }

    /** The entries of the last leaves, each the one whose hash is in the tree. */
    private boolean readBundle() {
        int each = Short.BYTES + LogEntry.BYTES;
        byte[] entries = stored(new TilePath(TilePath.ENTRIES, indexOf(0), widths[0]), each)
                .orElse(new byte[0]);
        boolean isRight = entries.length == widths[0] * each;
        for (int i = 0; isRight && i < widths[0]; i++) {
            hashLeaf(Arrays.copyOfRange(entries, i * each + Short.BYTES, (i + 1) * each));
            isRight = Arrays.equals(leaf, 0, HASH, edge.get(0), i * HASH, (i + 1) * HASH);
        }
        bundle.writeBytes(entries);
        return isRight;
    }

    /** The part of a tile as it was written, or out of a tile that has grown since. */
    private Optional<byte[]> stored(TilePath part, int each) {
        int bytes = part.width() * each;
        return files.read(part.path()).filter(found -> found.length == bytes).or(() -> files.read(
                        new TilePath(part.level(), part.index(), TilePath.WIDTH).path())
                .filter(found -> found.length == TilePath.WIDTH * each)
                .map(found -> Arrays.copyOf(found, bytes)));
    }

    /** The entry of the last leaf, from the tiles where it is not at the edge. */
    Optional<byte[]> lastEntry() {
        int each = Short.BYTES + LogEntry.BYTES;
        int width = (int) ((size - 1) % TilePath.WIDTH) + 1;
        Optional<byte[]> entries = width < TilePath.WIDTH
                ? Optional.of(bundle.toByteArray())
                : stored(new TilePath(TilePath.ENTRIES, (size - 1) / TilePath.WIDTH, width), each);
        return entries.map(all -> Arrays.copyOfRange(all, width * each - LogEntry.BYTES, width * each));
    }

    private void hashLeaf(byte[] entry) {
        digest.update((byte) 0);
        digest.update(entry);
        finish(leaf, 0);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Appends a leaf: the bytes of an entry. */
    void add(byte[] entry) {
        bundle.write(LogEntry.BYTES >>> Byte.SIZE);
        bundle.write(LogEntry.BYTES);
        bundle.writeBytes(entry);
        hashLeaf(entry);
        size++;
        if (size % TilePath.WIDTH == 0) {
            put(new TilePath(TilePath.ENTRIES, size / TilePath.WIDTH - 1, TilePath.WIDTH), bundle.toByteArray());
            bundle.reset();
        }
        append(0, leaf);
    }

    private void append(int level, byte[] hash) {
        byte[] hashes = edge.get(level);
        System.arraycopy(hash, 0, hashes, widths[level] * HASH, HASH);
        if (++widths[level] == TilePath.WIDTH) {
            put(new TilePath(level, (size >>> ((level + 1) * TilePath.HEIGHT)) - 1, TilePath.WIDTH), hashes);
            widths[level] = 0;
            append(level + 1, over(hashes));
        }
    }

    /** The root over the 256 hashes of a tile. */
    private byte[] over(byte[] hashes) {
        System.arraycopy(hashes, 0, reduced, 0, reduced.length);
        for (int width = TilePath.WIDTH; width > 1; width /= 2) {
            for (int i = 0; i < width / 2; i++) {
                digest.update((byte) 1);
                digest.update(reduced, 2 * i * HASH, 2 * HASH);
                finish(reduced, i * HASH);
            }
        }
        return Arrays.copyOf(reduced, HASH);
    }

    private void finish(byte[] target, int offset) {
        try {
            digest.digest(target, offset, HASH);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("there is room for a hash", e);
        }
    }

    private void put(TilePath tile, byte[] bytes) {
        if (files.putTile(tile, bytes)) {
            mended++;
        }
    }

    /** How many leaves it has. */
    long size() {
        return size;
    }

    /** How many files held something else and were written anew. */
    long mended() {
        return mended;
    }

    TreeHash root() {
        return new TileHashes(this, size).tree().root();
    }

    /** Writes the parts of tiles at the right edge, for who reads the files. */
    void writeEdge() {
        long bundles = size / TilePath.WIDTH;
        if (bundle.size() > 0) {
            put(new TilePath(TilePath.ENTRIES, bundles, (int) (size % TilePath.WIDTH)), bundle.toByteArray());
        }
        for (int level = 0; level < LEVELS; level++) {
            if (widths[level] > 0) {
                put(new TilePath(level, indexOf(level), widths[level]), part(edge.get(level), widths[level]));
            }
        }
    }

    private long indexOf(int level) {
        return (size >>> (level * TilePath.HEIGHT)) >>> TilePath.HEIGHT;
    }

    private static byte[] part(byte[] hashes, int width) {
        return Arrays.copyOf(hashes, width * HASH);
    }

    @Override
    public byte[] tile(TilePath tile) {
        return find(tile)
                .orElseThrow(() -> new LogFault(
                        files.root().resolve(tile.path()) + " is missing; restart the node: it makes the tiles again"));
    }

    /**
     * A tile or a bundle: a part of any width, as its left part never changes. Where the tree has not come as far yet,
     * what an earlier start has left in the files.
     */
    Optional<byte[]> find(TilePath tile) {
        boolean entries = tile.level() == TilePath.ENTRIES;
        int level = Math.max(0, tile.level());
        long edgeIndex = indexOf(level);
        if (tile.index() > edgeIndex || (tile.index() == edgeIndex && tile.width() > widths[level])) {
            return files.read(tile.path());
        }
        int bytes = tile.width() * (entries ? Short.BYTES + LogEntry.BYTES : HASH);
        if (tile.index() == edgeIndex) {
            return Optional.of(Arrays.copyOf(entries ? bundle.toByteArray() : edge.get(level), bytes));
        }
        return files.read(new TilePath(tile.level(), tile.index(), TilePath.WIDTH).path())
                .map(whole -> Arrays.copyOf(whole, bytes));
    }
}
