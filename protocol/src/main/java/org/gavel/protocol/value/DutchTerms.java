package org.gavel.protocol.value;

import java.time.Duration;
import org.gavel.protocol.reject.InvalidValue;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.reject.Require;

/**
 * A falling clock (Dutch auction, 减价; {@code auction-mechanisms} 2.7). This record is the one source of its schedule.
 *
 * @param start the price of the first stage
 * @param stages how many prices are shown, the first included
 * @param stage how long each is shown
 * @param decrementBasisPoints what each stage takes off, in hundredths of a percent of the start price; or 0
 * @param decrement what each stage takes off in fen, where no basis points are given; or zero
 */
public record DutchTerms(Money start, int stages, Duration stage, int decrementBasisPoints, Money decrement)
        implements PhaseTerms {
    /** The most prices a clock may show. */
    public static final int MAX_STAGES = 1_000;

    private static final int WHOLE = 10_000;

    public DutchTerms {
        start = Require.present(start, "start").positive("start");
        Require.between(stages, 1, MAX_STAGES, "stages");
        stage = Require.positive(stage, "stage");
        Require.duration(stage.multipliedBy(stages), "stage times stages");
        Require.between(decrementBasisPoints, 0, WHOLE, "decrementBasisPoints");
        decrement = decrement == null ? Money.ZERO : decrement;
        if ((decrementBasisPoints == 0) == (decrement.fen() == 0)) {
            throw new InvalidValue(RejectReason.BAD_FIELD, "decrement", "or decrementBasisPoints: give exactly one");
        }
        long step = step(start, decrementBasisPoints, decrement);
        if (step == 0 || step * (stages - 1L) >= start.fen()) {
            throw new InvalidValue(
                    RejectReason.BAD_FIELD, "decrement", "must lower every price and leave the last above 0");
        }
    }

    /** {@code price - share} rounded HALF_UP to the fen; the price is whole, so it is the share rounded HALF_DOWN. */
    private static long step(Money start, int basisPoints, Money decrement) {
        return basisPoints == 0 ? decrement.fen() : (start.fen() * basisPoints + WHOLE / 2 - 1) / WHOLE;
    }

    /** What each stage takes off the price of the one before, in fen. */
    public long fall() {
        return step(start, decrementBasisPoints, decrement);
    }

    /** The price of a stage, counted from 1. */
    public Money price(int number) {
        return new Money(start.fen() - fall() * (number - 1));
    }

    /** The clock may be stopped at the last price, so a reserve may lie anywhere from there up. */
    @Override
    public Money leastReserve() {
        return price(stages);
    }
}
