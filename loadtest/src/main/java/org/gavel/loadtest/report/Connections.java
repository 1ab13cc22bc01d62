package org.gavel.loadtest.report;

/**
 * What happened on the way to the venue.
 *
 * @param lostBidders bidders whose client had to give up
 * @param gaps times that events were missing and asked for again
 * @param asks times that a command's outcome had to be asked for
 * @param resends commands the venue knew nothing of, sent again under the same cid
 * @param retries commands not taken for the moment, sent again under the same cid
 */
public record Connections(
        int lostBidders, long reconnects, long gaps, long duplicates, long asks, long resends, long retries) {}
