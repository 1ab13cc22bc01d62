package org.gavel.gateway.feed;

/**
 * How a channel stood after a command; everybody who is given it shares one text.
 *
 * @param sequence the newest command it knows of
 * @param sq the channel's newest event it knows of
 * @param takenNanos when it was taken
 */
record Snapshot(long sequence, long sq, long takenNanos, Body text) {}
