package org.gavel.exchange.engine.lot;

import static org.gavel.exchange.engine.LotPlan.lot;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.gavel.exchange.engine.KnownMechanisms;
import org.gavel.exchange.engine.MarketFixture;
import org.gavel.exchange.engine.account.Accounts;
import org.gavel.protocol.event.LotAnnounced;
import org.gavel.protocol.value.Rulebook;
import org.junit.jupiter.api.Test;

/** Lots in the order of their numbers, whatever order they were announced in. */
final class LotsTest {
    private static final int MOST = 300;
    private static final int SEED = 5;

    private final MarketFixture market = MarketFixture.venue();
    private final Lots lots = new Lots(KnownMechanisms.ALL, new Accounts());

    private void announce(int number) {
        LotAnnounced announced =
                market.announce(lot(number)).events(LotAnnounced.class).get(0);
        lots.add(lots.make(lot(number).announcement(), new Statute(announced, Rulebook.PRIVATE_SALE)));
    }

    private List<Integer> numbers() {
        return lots.inOrder().stream().map(Lot::number).toList();
    }

    @Test
    void areInOrderHoweverOftenTheyAreAskedForMeanwhile() {
        List<Integer> all =
                new ArrayList<>(IntStream.rangeClosed(1, MOST).boxed().toList());
        List<Integer> announced = new ArrayList<>();
        Random random = new Random(SEED);
        Collections.shuffle(all, random);
        assertEquals(List.of(), numbers());
        for (int number : all) {
            announce(number);
            announced.add(number);
            if (random.nextInt(7) == 0) {
                assertEquals(announced.stream().sorted().toList(), numbers());
            }
        }
        assertEquals(IntStream.rangeClosed(1, MOST).boxed().toList(), numbers());
    }

    @Test
    void areInOrderWhereEachIsAnnouncedBeforeTheOneBelow() {
        for (int number = MOST; number > 0; number--) {
            announce(number);
        }
        assertEquals(IntStream.rangeClosed(1, MOST).boxed().toList(), numbers());
    }
}
