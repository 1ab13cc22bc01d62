package org.gavel.protocol.value;

import java.time.Duration;
import org.gavel.protocol.reject.InvalidValue;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.reject.Require;

/**
 * How a unit book trades.
 *
 * @param tick every price is a multiple of it
 * @param lowest the lowest price an order can have; the tick where left out
 * @param highest the highest; a market order to buy has this much held for each unit
 * @param band how far from the reference price continuous trading may trade, in hundredths of a percent; 0: no band
 * @param volatilityCall how long the call lasts that begins when a trade would leave the band
 * @param outageCall how long the call lasts that begins after an outage; zero: the book stays halted until resumed
 * @param indicateEvery the shortest time between two indications of a call's price
 * @param verifiedOnly only participants whose identity the venue has verified may place orders
 */
public record BookTerms(
        Money tick,
        Money lowest,
        Money highest,
        int band,
        Duration volatilityCall,
        Duration outageCall,
        Duration indicateEvery,
        boolean verifiedOnly) {
    private static final int WHOLE = 10_000;

    public BookTerms {
        tick = Require.present(tick, "terms.tick").positive("terms.tick");
        lowest = lowest == null ? tick : lowest;
        highest = Require.present(highest, "terms.highest");
        check(highest.compareTo(lowest) >= 0, "terms.highest", "must not be below terms.lowest");
        check(lowest.fen() >= tick.fen() && lowest.fen() % tick.fen() == 0, "terms.lowest", "must be whole ticks");
        check(highest.fen() % tick.fen() == 0, "terms.highest", "must be whole ticks");
        check(band >= 0 && band < WHOLE, "terms.band", "must be from 0 to 9999");
        volatilityCall = Require.duration(volatilityCall, "terms.volatilityCall");
        check(band == 0 || !volatilityCall.isZero(), "terms.volatilityCall", "must be longer than PT0S with a band");
        outageCall = Require.duration(outageCall, "terms.outageCall");
        indicateEvery =
                indicateEvery == null ? Duration.ofSeconds(1) : Require.positive(indicateEvery, "indicateEvery");
    }

    /** A book without a band. */
    public BookTerms(Money tick, Money lowest, Money highest) {
        this(tick, lowest, highest, 0, Duration.ZERO, Duration.ZERO, Duration.ofSeconds(1), false);
    }

    private static void check(boolean holds, String field, String problem) {
        if (!holds) {
            throw new InvalidValue(RejectReason.BAD_BOOK_TERMS, field, problem);
        }
    }
}
