package org.gavel.protocol.value;

import java.time.Duration;
import java.util.List;
import org.gavel.protocol.reject.Require;

/**
 * Rounds in which the bidders move in turn, worst first, each against their own bid ({@code auction-mechanisms} 2.6).
 *
 * @param start the highest price an initial bid may name, the lowest where prices rise
 * @param forward true: prices rise, false: they fall
 * @param minStep by how much a bid must better the bidder's own
 * @param initial how long sealed initial bids are taken before the first round
 * @param pauses the pause before each round; as many as there are rounds
 * @param turn how long each bidder has in each round
 */
public record ReverseRoundsTerms(
        Money start, boolean forward, Money minStep, Duration initial, List<Duration> pauses, Duration turn)
        implements PhaseTerms {
    /** The most rounds. */
    public static final int MAX_ROUNDS = 20;

    /** The most who may take turns. */
    public static final int MAX_BIDDERS = 100;

    public ReverseRoundsTerms {
        start = Require.present(start, "start").positive("start");
        minStep = Require.present(minStep, "minStep").positive("minStep");
        initial = Require.positive(initial, "initial");
        pauses = Require.list(pauses, 1, MAX_ROUNDS, "pauses");
        pauses.forEach(pause -> Require.duration(pause, "pauses"));
        turn = Require.positive(turn, "turn");
        Require.duration(turn.multipliedBy((long) MAX_BIDDERS * pauses.size()), "all turns together");
    }

    @Override
    public boolean reverse() {
        return !forward;
    }
}
