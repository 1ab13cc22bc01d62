package org.gavel.loadtest.scenario;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.gavel.loadtest.client.Patience;
import org.gavel.loadtest.link.Endpoint;

/**
 * Who bids where.
 *
 * @param seed decides every wish, thought and mistake of the crowd; print it
 * @param mistakesPerMille the share of bids that break a rule on purpose
 * @param ackLog where every answer is written, if anywhere
 */
public record CrowdPlan(
        Endpoint endpoint,
        int roadshow,
        long seed,
        List<Seat> seats,
        int mistakesPerMille,
        Optional<Path> ackLog,
        Patience patience) {
    /** The most bidders of one crowd. */
    public static final int MAX_SEATS = 5_000;

    /** One bid in fifty. */
    public static final int USUAL_MISTAKES_PER_MILLE = 20;

    public CrowdPlan {
        seats = List.copyOf(seats);
        if (seats.isEmpty() || seats.size() > MAX_SEATS) {
            throw new IllegalArgumentException("give a crowd 1 to " + MAX_SEATS + " bidders, not " + seats.size());
        }
        if (mistakesPerMille < 0 || mistakesPerMille > 1_000) {
            throw new IllegalArgumentException("mistakes are 0 to 1000 of a thousand, not " + mistakesPerMille);
        }
    }

    public static CrowdPlan of(Endpoint endpoint, int roadshow, long seed, List<Seat> seats) {
        return new CrowdPlan(
                endpoint, roadshow, seed, seats, USUAL_MISTAKES_PER_MILLE, Optional.empty(), Patience.DEFAULT);
    }

    public CrowdPlan loggingTo(Path file) {
        return new CrowdPlan(endpoint, roadshow, seed, seats, mistakesPerMille, Optional.of(file), patience);
    }

    List<Integer> participants() {
        return seats.stream().map(Seat::participant).toList();
    }
}
