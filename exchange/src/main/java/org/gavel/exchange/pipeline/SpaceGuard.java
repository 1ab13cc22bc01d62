package org.gavel.exchange.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps commands out before the disk is full, so that the venue's own records still find room. Lets them in again when
 * a quarter more than the least is free. Measured by one thread off the path of commands; asked by any.
 */
final class SpaceGuard {
    private static final Logger LOG = LoggerFactory.getLogger(SpaceGuard.class);
    private static final int SHARE_TO_REOPEN = 4;

    private final LongSupplier usableBytes;
    private final long least;
    private volatile boolean shut;

    /** @param least below which nothing more is taken, bytes */
    SpaceGuard(LongSupplier usableBytes, long least) {
        this.usableBytes = usableBytes;
        this.least = least;
    }

    /** Watches the file system of a directory that exists. */
    static SpaceGuard over(Path directory, long least) {
        try {
            FileStore store = Files.getFileStore(directory);
            return new SpaceGuard(() -> usable(store), least);
        } catch (IOException e) {
            throw new UncheckedIOException("the free space of " + directory + " cannot be read", e);
        }
    }

    /** Where nothing is written to any disk. */
    static SpaceGuard none() {
        return new SpaceGuard(() -> Long.MAX_VALUE, 0);
    }

    private static long usable(FileStore store) {
        try {
            return store.getUsableSpace();
        } catch (IOException e) {
            throw new UncheckedIOException("the free space of " + store + " cannot be read", e);
        }
    }

    /** Looks at the disk; answers whether it has become too full just now. */
    boolean measure() {
        long usable = usableBytes.getAsLong();
        boolean was = shut;
        shut = usable < (was ? least + least / SHARE_TO_REOPEN : least);
        if (shut && !was) {
            LOG.error("only {} bytes are free where the journal lies, {} must be: no command is taken", usable, least);
        } else if (was && !shut) {
            LOG.info("{} bytes are free where the journal lies: commands are taken again", usable);
        }
        return shut && !was;
    }

    /** Whether commands are kept out. */
    boolean isShut() {
        return shut;
    }
}
