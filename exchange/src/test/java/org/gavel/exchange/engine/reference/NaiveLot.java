package org.gavel.exchange.engine.reference;

import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.gavel.exchange.engine.lot.LotState;
import org.gavel.protocol.command.AnnounceLot;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.EnglishTerms;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.Step;

/**
 * A lot as plainly as it can be told: a list of bids and a clock of its own that runs only while bidding runs. When it
 * closes is recomputed from the list each time somebody asks.
 */
final class NaiveLot {
    static final long NEVER = Long.MAX_VALUE;

    /** An accepted bid; {@code at} is on the lot's own clock, microseconds of bidding since the lot opened. */
    private record Bid(int phase, long at, int bidder, long amount) {}

    /** Why a bid is refused. */
    record Refusal(RejectReason reason, long detail) {}

    final AnnounceLot terms;
    final List<Integer> entrants = new ArrayList<>();
    LotState state = LotState.ANNOUNCED;
    boolean pausedByClerk;

    /** When it opens or resumes by itself. */
    long wakesAt = NEVER;

    private final List<Bid> bids = new ArrayList<>();
    private final List<Long> phaseStarts = new ArrayList<>();
    private long ran;
    private long runsSince;

    NaiveLot(AnnounceLot terms) {
        this.terms = terms;
        wakesAt = terms.opensAt() == 0 ? NEVER : terms.opensAt();
    }

    static long micros(Duration duration) {
        return duration.toSeconds() * 1_000_000 + duration.toNanosPart() / 1000;
    }

    int phase() {
        return phaseStarts.size();
    }

    boolean isLastPhase() {
        return phase() == terms.phases().size();
    }

    private EnglishTerms rules(int phase) {
        return (EnglishTerms) terms.phases().get(phase - 1);
    }

    int bidCount() {
        return bids.size();
    }

    int leader() {
        return bids.isEmpty() ? 0 : bids.get(bids.size() - 1).bidder;
    }

    long price() {
        return bids.isEmpty() ? 0 : bids.get(bids.size() - 1).amount;
    }

    private long clock(long now) {
        return state == LotState.OPEN ? ran + now - runsSince : ran;
    }

    void openPhase(long now) {
        ran = clock(now);
        runsSince = now;
        phaseStarts.add(ran);
        state = LotState.OPEN;
        wakesAt = NEVER;
    }

    void stop(long now) {
        ran = clock(now);
        state = LotState.PAUSED;
    }

    void goOn(long now) {
        runsSince = now;
        state = LotState.OPEN;
        wakesAt = NEVER;
    }

    long remaining() {
        return closeAndExtensions(phase())[0] - ran;
    }

    /** When the running phase closes, microseconds since 1970. */
    long closesAt() {
        return runsSince + closeAndExtensions(phase())[0] - ran;
    }

    /** When something happens to it by itself. */
    long due() {
        return state == LotState.OPEN ? closesAt() : wakesAt;
    }

    int extensions() {
        int all = 0;
        for (int phase = 1; phase <= phase(); phase++) {
            all += (int) closeAndExtensions(phase)[1];
        }
        return all;
    }

    /** How long before the close a bid moves it. */
    long window() {
        return micros(rules(phase()).softClose().window());
    }

    /** On the lot's own clock: when the phase ends after the bids made in it, and how often they moved that. */
    private long[] closeAndExtensions(int phase) {
        EnglishTerms rules = rules(phase);
        long start = phaseStarts.get(phase - 1);
        long window = micros(rules.softClose().window());
        long latest = micros(rules.softClose().latestClose());
        int most = rules.softClose().maxExtensions();
        long close = start + micros(rules.duration());
        long extensions = 0;
        for (Bid bid : bids) {
            boolean late = bid.phase == phase && window > 0 && bid.at >= close - window;
            boolean allowed = most == 0 || extensions < most;
            long wanted = bid.at + micros(rules.softClose().extension());
            long moved = latest == 0 || wanted < start + latest ? wanted : start + latest;
            if (late && allowed && moved > close) {
                close = moved;
                extensions++;
            }
        }
        return new long[] {close, extensions};
    }

    /** Why the running phase refuses the bid, or null. */
    Refusal judge(int bidder, long amount) {
        EnglishTerms rules = rules(phase());
        if (bids.isEmpty()) {
            long start = rules.start().fen();
            return amount < start ? new Refusal(RejectReason.BELOW_START, start) : null;
        }
        if (leader() == bidder && !rules.leaderMayRaise()) {
            return new Refusal(RejectReason.ALREADY_LEADING, 0);
        }
        if (amount <= price()) {
            return new Refusal(RejectReason.NOT_HIGHER, nextMinimum());
        }
        return judgeRaise(rules, BigInteger.valueOf(amount - price()), BigInteger.valueOf(step(rules)));
    }

    private Refusal judgeRaise(EnglishTerms rules, BigInteger raise, BigInteger step) {
        if (!rules.anyRaise() && raise.remainder(step).signum() != 0) {
            return new Refusal(RejectReason.OFF_INCREMENT, nextMinimum());
        }
        if (rules.anyRaise() && raise.compareTo(step) < 0) {
            return new Refusal(RejectReason.BELOW_INCREMENT, nextMinimum());
        }
        BigInteger most = step.multiply(BigInteger.valueOf(rules.maxMultiple()));
        return rules.maxMultiple() > 0 && raise.compareTo(most) > 0
                ? new Refusal(RejectReason.INCREMENT_MULTIPLE_TOO_BIG, price() + most.longValueExact())
                : null;
    }

    long step() {
        return step(rules(phase()));
    }

    private long step(EnglishTerms rules) {
        long step = 0;
        for (Step row : rules.increments()) {
            step = row.from().fen() <= price() ? row.step().fen() : step;
        }
        return step;
    }

    long nextMinimum() {
        EnglishTerms rules = rules(phase());
        return bids.isEmpty() ? rules.start().fen() : Math.min(Money.MAX_FEN, price() + step(rules));
    }

    void take(long now, int bidder, long amount) {
        bids.add(new Bid(phase(), clock(now), bidder, amount));
    }
}
