package org.gavel.loadtest.scenario;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.gavel.loadtest.client.Outcome;
import org.gavel.protocol.reject.RejectReason;

/**
 * One bidder's mind about one lot. It decides when to act and what to do; the same seed, told the same at the same
 * times, decides the same. It bids within its valuation and only with the deposit held. No I/O; confined to one thread.
 */
final class Interest {
    /** Nothing to be done until something happens. */
    static final long NEVER = Long.MAX_VALUE;

    /** So many refusals of one lawful bid after the other, and the bidder leaves the lot alone. */
    static final int MAX_REFUSALS = 20;

    private static final Set<RejectReason> HOPELESS = EnumSet.of(
            RejectReason.LOT_CLOSED,
            RejectReason.LOT_WITHDRAWN,
            RejectReason.LOT_UNKNOWN,
            RejectReason.ALREADY_ENDED,
            RejectReason.CONSIGNOR_BID,
            RejectReason.PARTICIPANT_UNKNOWN,
            RejectReason.PRICE_LIMIT,
            RejectReason.FORBIDDEN);

    private enum Deposit {
        WANTED,
        HELD,
        BEYOND_MEANS
    }

    /** All that a decision depends on; while it stays the same, so does the decision. */
    private record Situation(
            boolean able, long price, long minimum, boolean leading, Deposit deposit, long closesAt, int answers) {}

    private final Lot lot;
    private final Appetite.Wish wish;
    private final Mistakes mistakes;
    private final SplittableRandom random;
    private Deposit deposit = Deposit.WANTED;
    private Optional<Situation> situation = Optional.empty();
    private long wakeAt = NEVER;
    private boolean blunder;
    private boolean inFlight;
    private boolean out;
    private boolean refusedForMeans;
    private int paddle;
    private long bestFen;
    private int bids;
    private int refusals;
    private int answers;

    Interest(Lot lot, Appetite.Wish wish, int mistakesPerMille) {
        this.lot = lot;
        this.wish = wish;
        this.random = wish.random();
        this.mistakes = new Mistakes(mistakesPerMille, random);
    }

    Lot lot() {
        return lot;
    }

    /** When to call {@link #act}, in the venue's time, or {@link #NEVER}. */
    long wakeAt() {
        return wakeAt;
    }

    /** The lot, the deposit or the purse may have changed. */
    void reconsider(Moment now, Purse purse) {
        if (deposit == Deposit.WANTED && !purse.affords(lot.deposit())) {
            deposit = Deposit.BEYOND_MEANS;
        } else if (deposit == Deposit.BEYOND_MEANS && !refusedForMeans && purse.affords(lot.deposit())) {
            deposit = Deposit.WANTED;
        }
        Situation present = situation();
        if (situation.isEmpty() || !situation.get().equals(present)) {
            situation = Optional.of(present);
            wakeAt = plan(now);
        }
    }

    private Situation situation() {
        boolean able = lot.stage() == Lot.Stage.OPEN && !inFlight && !out;
        long closesAt = wish.behaviour() == Behaviour.SNIPER ? lot.closesAt() : 0;
        return new Situation(able, lot.priceFen(), lot.nextMinimumFen(), leads(), deposit, closesAt, answers);
    }

    private long plan(Moment now) {
        boolean priced = lot.nextMinimumFen() > wish.valuationFen()
                || bids >= wish.behaviour().maxBids();
        if (!situation().able() || priced || deposit == Deposit.BEYOND_MEANS) {
            return NEVER;
        }
        if (deposit == Deposit.WANTED) {
            return now.micros() + Behaviour.EARLY.think(lot.terms(), random);
        }
        blunder = mistakes.due();
        if (leads()) {
            boolean forbidden = blunder && !lot.terms().leaderMayRaise();
            return forbidden ? now.micros() + wish.behaviour().think(lot.terms(), random) : NEVER;
        }
        return wish.behaviour().wakeAt(lot, now, random);
    }

    /** Leads by the venue's word, or by an acceptance that the news has not caught up with. */
    private boolean leads() {
        boolean named = paddle != 0 && lot.leader() == paddle;
        return named || (bestFen > 0 && bestFen >= lot.priceFen());
    }

    /** The decision, at or after {@link #wakeAt}; its answer has to come before the next. */
    Intent act() {
        wakeAt = NEVER;
        inFlight = true;
        if (deposit == Deposit.WANTED) {
            return Intent.hold(lot.number());
        }
        if (leads()) {
            return Intent.bid(lot.number(), lot.nextMinimumFen(), true);
        }
        long wrong = blunder ? mistakes.wrong(lot, wish.valuationFen()) : 0;
        return wrong > 0 ? Intent.bid(lot.number(), wrong, true) : Intent.bid(lot.number(), lawful(), false);
    }

    private long lawful() {
        long minimum = lot.nextMinimumFen();
        if (lot.priceFen() == 0) {
            return minimum;
        }
        long step = minimum - lot.priceFen();
        int most =
                lot.terms().maxMultiple() == 0 ? Integer.MAX_VALUE : lot.terms().maxMultiple();
        int raises = Math.min(most, wish.behaviour().increments(random));
        long affordable = (wish.valuationFen() - minimum) / step;
        return minimum + step * Math.min(raises - 1, affordable);
    }

    void answered(Intent intent, Outcome outcome) {
        inFlight = false;
        answers++;
        if (outcome.accepted()) {
            accepted(intent);
        } else if (outcome.rejected()) {
            refused(intent, outcome.reason());
        }
    }

    private void accepted(Intent intent) {
        refusals = 0;
        if (intent.isBid()) {
            bids++;
            bestFen = Math.max(bestFen, intent.fen());
        } else {
            deposit = Deposit.HELD;
        }
    }

    private void refused(Intent intent, RejectReason reason) {
        if (reason == RejectReason.DEPOSIT_HELD_ALREADY) {
            deposit = Deposit.HELD;
        } else if (reason == RejectReason.DEPOSIT_INSUFFICIENT || reason == RejectReason.FUNDS_INSUFFICIENT) {
            deposit = Deposit.BEYOND_MEANS;
            refusedForMeans = true;
        } else if (reason == RejectReason.DEPOSIT_NOT_HELD) {
            deposit = Deposit.WANTED;
        }
        refusals += intent.mistake() ? 0 : 1;
        out |= HOPELESS.contains(reason) || refusals >= MAX_REFUSALS;
    }

    /** Money has come in; what was beyond the bidder's means may not be any more. */
    void funded() {
        refusedForMeans = false;
    }

    /** The venue says that the deposit is held, and under which paddle. */
    void held(int number) {
        paddle = number;
        deposit = Deposit.HELD;
    }
}
