package org.gavel.exchange.engine.auction.tender;

import org.agrona.collections.Int2IntHashMap;
import org.agrona.collections.IntArrayList;
import org.gavel.exchange.engine.auction.Floor;
import org.gavel.exchange.engine.state.StateWriter;
import org.gavel.protocol.command.RecordScores;
import org.gavel.protocol.event.BidderScored;
import org.gavel.protocol.value.ScoreRule;

/** What a panel has found of the bidders of one phase, and how much more time it may have. */
final class Panel {
    private static final int UNSCORED = -1;

    private final ScoreRule rule;
    private final Int2IntHashMap qualities = new Int2IntHashMap(UNSCORED);
    private final IntArrayList scored = new IntArrayList();
    private int extensions;

    Panel(ScoreRule rule) {
        this.rule = rule;
    }

    void reset() {
        qualities.clear();
        scored.clear();
        extensions = 0;
    }

    /** The last finding about a bidder counts. */
    void record(RecordScores scores, Floor floor) {
        int bidder = scores.bidder();
        if (!qualities.containsKey(bidder)) {
            scored.addInt(bidder);
        }
        qualities.put(bidder, scores.quality());
        floor.emit(new BidderScored(
                scores.lot(), bidder, floor.paddle(bidder), scores.quality(), admits(bidder), scores.sheet()));
    }

    /** Whether so many bidders, and no others, have been scored. */
    boolean hasScored(int bidders) {
        return scored.size() == bidders;
    }

    boolean admits(int bidder) {
        int quality = qualities.get(bidder);
        return quality != UNSCORED && quality >= rule.minQuality();
    }

    boolean admitsAnybody() {
        boolean any = false;
        for (int i = 0; i < scored.size() && !any; i++) {
            any = admits(scored.getInt(i));
        }
        return any;
    }

    /** Hundredths of a point; only of who has been scored. */
    int quality(int bidder) {
        return qualities.get(bidder);
    }

    /** Whether the panel gets more time once more, which is counted. */
    boolean extend() {
        boolean left = extensions < rule.extensions();
        extensions += left ? 1 : 0;
        return left;
    }

    void writeTo(StateWriter out) {
        out.put(extensions).put(scored.size());
        for (int i = 0; i < scored.size(); i++) {
            out.put(scored.getInt(i)).put(quality(scored.getInt(i)));
        }
    }
}
