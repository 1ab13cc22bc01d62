package org.gavel.loadtest.scenario;

import java.time.Duration;
import java.util.SplittableRandom;
import org.gavel.protocol.value.EnglishTerms;
import org.gavel.protocol.value.Micros;

/** How a bidder goes about a lot. Every number is drawn from the bidder's own seeded source. */
enum Behaviour {
    /** Bids soon, a few times, and leaves the rest to others. */
    EARLY(3, 0.3, 1.5),
    /** Answers each higher bid with the next minimum. */
    STEADY(40, 1, 3),
    /** Thinks longer and raises by several increments. */
    JUMP(12, 2, 5),
    /** Keeps still until the last seconds before the close. */
    SNIPER(8, 0.2, 0.5);

    private static final long MAX_THINKING_MICROS = 4_000_000;
    private static final long MIN_THINKING_MICROS = 20_000;

    /** A reaction fits so often into a lot's scheduled time. */
    private static final int REACTIONS_PER_LOT = 40;

    private static final long MAX_LEAD_MICROS = 8_000_000;

    /** However fast the venue's clock, a last-second bid leaves so much wall time for its way. */
    private static final long MIN_LEAD_WALL_MICROS = 25_000;

    private static final int MAX_JUMP = 5;

    private final int maxBids;
    private final double patienceFrom;
    private final double patienceTo;

    Behaviour(int maxBids, double patienceFrom, double patienceTo) {
        this.maxBids = maxBids;
        this.patienceFrom = patienceFrom;
        this.patienceTo = patienceTo;
    }

    static Behaviour draw(SplittableRandom random) {
        int of10 = random.nextInt(10);
        return of10 < 4 ? STEADY : of10 < 6 ? EARLY : of10 < 8 ? JUMP : SNIPER;
    }

    /** The most accepted bids on one lot. */
    int maxBids() {
        return maxBids;
    }

    /** When to bid, in the venue's time. */
    long wakeAt(Lot lot, Moment now, SplittableRandom random) {
        long thought = now.micros() + think(lot.terms(), random);
        return this == SNIPER ? Math.max(thought, lot.closesAt() - lead(lot.terms(), now, random)) : thought;
    }

    /** How long a reaction takes, in server microseconds. */
    long think(EnglishTerms terms, SplittableRandom random) {
        long pace = Micros.of(terms.duration()) / REACTIONS_PER_LOT;
        long bounded = Math.max(MIN_THINKING_MICROS, Math.min(MAX_THINKING_MICROS, pace));
        return Math.round(bounded * random.nextDouble(patienceFrom, patienceTo));
    }

    /** How long before the close a last-second bid is sent; within the soft close's window where there is one. */
    private static long lead(EnglishTerms terms, Moment now, SplittableRandom random) {
        Duration window = terms.softClose().window();
        long most = Math.min(MAX_LEAD_MICROS, Micros.of(window.isZero() ? terms.duration() : window) / 2);
        long drawn = Math.round(most * random.nextDouble(0.1, 1.0));
        return Math.max(drawn, now.during(MIN_LEAD_WALL_MICROS));
    }

    /** By how many increments the next bid raises. */
    int increments(SplittableRandom random) {
        return this == JUMP ? random.nextInt(2, MAX_JUMP + 1) : 1;
    }
}
