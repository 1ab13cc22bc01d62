package org.gavel.exchange.engine.auction.tender;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.ScoreRule;
import org.junit.jupiter.api.Test;

final class ScoreTest {
    private static ScoreRule rule(int price, int quality) {
        return new ScoreRule(price, quality, 0, Duration.ofSeconds(1), 0);
    }

    private static Score forward(long best, long amount, int quality) {
        return Score.of(rule(6000, 4000), false, best, amount, quality);
    }

    @Test
    void theBestPriceAndQualityMakeAHundredPoints() {
        assertEquals(1_000_000, forward(Money.MAX_FEN, Money.MAX_FEN, 10_000).tenThousandths());
        assertEquals(1_000_000, Score.of(rule(1, 9999), true, 1, 1, 10_000).tenThousandths());
    }

    /** 60 x 1/3 is 20; 60 x 1/7 is 8.571428...; 60 x 3/32 is 5.625; 50.01 x 1/8 is 6.25125. */
    @Test
    void whatIsPublishedIsRoundedHalfUp() {
        assertEquals(200_000, forward(3, 1, 0).tenThousandths());
        assertEquals(85_714, forward(7, 1, 0).tenThousandths());
        assertEquals(56_250, forward(32, 3, 0).tenThousandths());
        assertEquals(62_513, Score.of(rule(5001, 4999), false, 8, 1, 0).tenThousandths());
    }

    @Test
    void scoresThatLookEqualAreToldApart() {
        long most = Money.MAX_FEN;
        Score less = forward(most, most - 2, 5000);
        Score more = forward(most, most - 1, 5000);
        assertEquals(less.tenThousandths(), more.tenThousandths());
        assertTrue(less.compareTo(more) < 0);
        assertTrue(more.compareTo(less) > 0);
    }

    @Test
    void equalFractionsAreEqualWhateverTheirDenominators() {
        assertEquals(0, forward(10, 5, 0).compareTo(Score.of(rule(6000, 4000), true, 5, 10, 0)));
    }

    @Test
    void aMinimumIsReachedExactlyOrNot() {
        assertTrue(forward(10, 9, 9000).isAtLeast(9000));
        assertFalse(forward(10, 9, 9000).isAtLeast(9001));
    }
}
