package org.gavel.ops.config;

/**
 * Bounds of what the node takes.
 *
 * @param connections open at the same time
 * @param commandsPerSecond of one bidder's connection in the long run
 * @param freeMegabytes of the data directory's disk (1 MB is 1024 × 1024 bytes), below which no command is taken
 */
public record Limits(int connections, int commandsPerSecond, int freeMegabytes) {
    private static final long MEGABYTE = 1024L * 1024;

    /** The megabytes of so many bytes. */
    static int megabytes(long bytes) {
        return Math.toIntExact(bytes / MEGABYTE);
    }

    /** The bytes to keep free. */
    public long freeBytes() {
        return freeMegabytes * MEGABYTE;
    }
}
