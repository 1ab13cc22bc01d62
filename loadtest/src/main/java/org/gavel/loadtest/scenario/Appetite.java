package org.gavel.loadtest.scenario;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import org.gavel.protocol.value.Money;

/**
 * Who wants what, and for how much: for every lot 2 to 10 of the crowd, each with a private valuation from 0.8 to 3.0
 * times the start price. A function of the seed, so every bidder can work out their own part alone. Confined to one
 * thread.
 */
final class Appetite {
    static final int MIN_ACTIVE = 2;
    static final int MAX_ACTIVE = 10;

    private static final int LEAST_PER_MILLE = 800;
    private static final int MOST_PER_MILLE = 3_000;

    /** One bidder's wish for one lot. */
    record Wish(Behaviour behaviour, long valuationFen, SplittableRandom random) {}

    private final long seed;
    private final List<Integer> participants;
    private final Map<Integer, List<Integer>> activeByLot = new HashMap<>();

    Appetite(long seed, List<Integer> participants) {
        this.seed = seed;
        this.participants = List.copyOf(participants);
    }

    /** The participants active on the lot. */
    List<Integer> active(int lot) {
        return activeByLot.computeIfAbsent(lot, this::choose);
    }

    private List<Integer> choose(int lot) {
        Random random = new Random(new SplittableRandom(mix(lot, 0)).nextLong());
        int wanted = random.nextInt(MIN_ACTIVE, MAX_ACTIVE + 1);
        List<Integer> shuffled = new ArrayList<>(participants);
        Collections.shuffle(shuffled, random);
        return List.copyOf(shuffled.subList(0, Math.min(wanted, shuffled.size())));
    }

    Optional<Wish> of(int participant, int lot, Money start) {
        if (!active(lot).contains(participant)) {
            return Optional.empty();
        }
        SplittableRandom random = new SplittableRandom(mix(lot, participant));
        Behaviour behaviour = Behaviour.draw(random);
        long perMille = random.nextInt(LEAST_PER_MILLE, MOST_PER_MILLE + 1);
        long valuation = Math.min(Money.MAX_FEN, Math.multiplyExact(start.fen(), perMille) / 1_000);
        return Optional.of(new Wish(behaviour, valuation, random));
    }

    private long mix(int lot, int participant) {
        return new SplittableRandom(seed ^ ((long) lot << 32 | participant)).nextLong();
    }
}
