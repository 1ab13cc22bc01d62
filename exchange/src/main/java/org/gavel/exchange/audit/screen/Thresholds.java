package org.gavel.exchange.audit.screen;

import java.time.Duration;

/**
 * From where on a pattern is a flag. Shares are in thousandths.
 *
 * @param share how large a part of the lots must show the pattern
 * @param leastLots how many lots a pattern needs at least
 * @param leastTurns how many lots a rotation needs at least
 * @param leastReactions how many answers to a bid mirrored timing needs at least, over three lots or more
 * @param ratioBand how far a ratio may be from the median ratio
 * @param timingBand how far a delay may be from the median delay
 * @param depositWindow how close together two deposits are held
 * @param seriousShare a best bid below this part of the price was never serious
 */
public record Thresholds(
        int share,
        int leastLots,
        int leastTurns,
        int leastReactions,
        int ratioBand,
        Duration timingBand,
        Duration depositWindow,
        int seriousShare) {
    /** What is used unless the reviewer says otherwise. */
    public static final Thresholds DEFAULT =
            new Thresholds(800, 5, 8, 12, 2, Duration.ofMillis(250), Duration.ofMinutes(10), 700);

    /** With another least number of lots; a rotation still needs three more than that. */
    public Thresholds withLeastLots(int lots) {
        return new Thresholds(
                share, lots, lots + 3, leastReactions, ratioBand, timingBand, depositWindow, seriousShare);
    }
}
