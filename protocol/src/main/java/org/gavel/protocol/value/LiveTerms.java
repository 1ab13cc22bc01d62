package org.gavel.protocol.value;

import java.time.Duration;
import java.util.List;
import org.gavel.protocol.reject.Require;

/**
 * Bidding in the hall and online at once, called three times by the clerk ({@code auction-mechanisms} 2.14).
 *
 * @param start the first valid price
 * @param increments the ladder, looked up on the current price, rows ascending from 0
 * @param anyRaise true: any raise of at least one increment; false: whole multiples of the increment only
 * @param maxMultiple the most increments one bid may add, 0 for any number
 * @param leaderMayRaise true: the leader may outbid themselves
 * @param callGap the least time from one call to the next, and from the third to the hammer
 * @param onlineGrace added after the third call, for bids that are on their way
 * @param maxDuration the phase closes then by itself
 * @param reopenWithin how long the hammer is provisional, 0 for not at all
 */
public record LiveTerms(
        Money start,
        List<Step> increments,
        boolean anyRaise,
        int maxMultiple,
        boolean leaderMayRaise,
        Duration callGap,
        Duration onlineGrace,
        Duration maxDuration,
        Duration reopenWithin)
        implements PhaseTerms {
    public LiveTerms {
        start = Require.present(start, "start").positive("start");
        increments = Step.ladder(increments);
        Require.between(maxMultiple, 0, 1_000_000, "maxMultiple");
        callGap = Require.positive(callGap, "callGap");
        onlineGrace = Require.duration(onlineGrace, "onlineGrace");
        maxDuration = Require.positive(maxDuration, "maxDuration");
        reopenWithin = Require.duration(reopenWithin, "reopenWithin");
    }
}
