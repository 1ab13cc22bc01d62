package org.gavel.exchange.settlement;

import static org.gavel.exchange.settlement.EventScript.released;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.gavel.protocol.event.DepositReleased;

/** A market that does anything a market may do, by chance; the same seed gives the same events. */
final class RandomMarket {
    private static final int PARTICIPANTS = 12;
    private static final int FIRST_SELLER = 900;

    private final Random random;
    private final EventScript script = EventScript.opened();
    private final long[] free = new long[PARTICIPANTS + 1];

    /** Each open lot's bidders in order of their paddles. */
    private final Map<Integer, List<Integer>> open = new TreeMap<>();

    private final Map<Integer, Long> deposits = new TreeMap<>();

    private RandomMarket(long seed) {
        this.random = new Random(seed);
    }

    static EventScript script(long seed, int steps) {
        RandomMarket market = new RandomMarket(seed);
        for (int i = 0; i < steps; i++) {
            market.step();
        }
        return market.script;
    }

    private void step() {
        switch (random.nextInt(9)) {
            case 0 -> announce();
            case 1, 2 -> credit();
            case 3 -> withdraw();
            case 4, 5 -> hold();
            case 6 -> script.silence(random.nextInt(400)).bid(1, 1, 1, 1 + random.nextInt(100));
            case 7 -> script.units(participant(), "share-" + random.nextInt(3), 1 + random.nextInt(50));
            default -> end();
        }
    }

    private void announce() {
        int lot = deposits.size() + 1;
        long deposit = random.nextInt(4) == 0 ? 0 : 1 + random.nextInt(1_000);
        deposits.put(lot, deposit);
        open.put(lot, new ArrayList<>());
        script.announced(lot, FIRST_SELLER + random.nextInt(5), deposit);
    }

    private void credit() {
        int participant = participant();
        long fen = 1L + random.nextInt(5_000);
        free[participant] += fen;
        script.credited(participant, fen);
    }

    private void withdraw() {
        int participant = participant();
        if (free[participant] > 0) {
            long fen = 1 + random.nextLong(free[participant]);
            free[participant] -= fen;
            script.withdrawn(participant, fen);
        }
    }

    private void hold() {
        int participant = participant();
        if (!open.isEmpty()) {
            int lot = openLot();
            List<Integer> bidders = open.get(lot);
            if (free[participant] >= deposits.get(lot) && !bidders.contains(participant)) {
                bidders.add(participant);
                free[participant] -= deposits.get(lot);
                script.held(lot, participant, bidders.size(), deposits.get(lot));
            }
        }
    }

    private void end() {
        if (open.isEmpty()) {
            return;
        }
        int lot = openLot();
        List<Integer> bidders = open.remove(lot);
        int kind = random.nextInt(4);
        if (kind == 0) {
            script.lotWithdrawn(lot, releases(lot, bidders));
            return;
        }
        if (!bidders.isEmpty() && random.nextInt(3) == 0) {
            script.forfeited(lot, bidders.remove(random.nextInt(bidders.size())), deposits.get(lot));
        }
        if (kind == 1 || bidders.isEmpty()) {
            script.passed(lot, releases(lot, bidders));
        } else if (kind == 2 && bidders.size() > 1) {
            awardToSeveral(lot, bidders);
        } else {
            int winner = bidders.remove(random.nextInt(bidders.size()));
            script.awarded(lot, winner, 1, 1 + random.nextInt(1_000_000), releases(lot, bidders));
        }
    }

    private void awardToSeveral(int lot, List<Integer> bidders) {
        boolean divided = random.nextBoolean();
        List<int[]> winners = new ArrayList<>();
        int count = 2 + random.nextInt(bidders.size() - 1);
        while (winners.size() < count) {
            int winner = bidders.remove(random.nextInt(bidders.size()));
            winners.add(new int[] {winner, divided ? 1 + random.nextInt(99) : 0, 1 + random.nextInt(9_999)});
        }
        script.awardedToSeveral(lot, winners, releases(lot, bidders));
    }

    private DepositReleased[] releases(int lot, List<Integer> bidders) {
        long fen = deposits.get(lot);
        bidders.forEach(bidder -> free[bidder] += fen);
        return bidders.stream()
                .filter(bidder -> fen > 0)
                .map(bidder -> released(lot, bidder, fen))
                .toArray(DepositReleased[]::new);
    }

    private int openLot() {
        List<Integer> lots = List.copyOf(open.keySet());
        return lots.get(random.nextInt(lots.size()));
    }

    private int participant() {
        return 1 + random.nextInt(PARTICIPANTS);
    }
}
