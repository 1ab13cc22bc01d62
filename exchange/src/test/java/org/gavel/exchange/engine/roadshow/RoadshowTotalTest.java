package org.gavel.exchange.engine.roadshow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import org.gavel.protocol.command.AnnounceRoadshow;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.Title;
import org.junit.jupiter.api.Test;

/** What a roadshow sold is counted after its lot has ended, where nothing may fail any more. */
final class RoadshowTotalTest {
    @Test
    void theTurnoverStopsAtTheHighestAmount() {
        Title title = new Title("", "Show");
        Roadshow roadshow = new Roadshow(new AnnounceRoadshow(1, title, List.of(1), Duration.ZERO));
        long aHundredWinners = 100 * Money.MAX_FEN;
        for (int lot = 0; lot < AnnounceRoadshow.MAX_LOTS; lot++) {
            roadshow.count(aHundredWinners);
        }
        assertEquals(Money.MAX_FEN, roadshow.turnover());
        assertEquals(AnnounceRoadshow.MAX_LOTS, roadshow.sold());
    }
}
