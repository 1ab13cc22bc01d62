package org.gavel.ops.config;

/**
 * Bounds of what clients may ask of the node.
 *
 * @param connections open at the same time
 * @param commandsPerSecond of one bidder's connection in the long run
 */
public record Limits(int connections, int commandsPerSecond) {}
