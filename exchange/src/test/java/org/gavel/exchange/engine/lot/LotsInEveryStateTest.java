package org.gavel.exchange.engine.lot;

import static org.gavel.exchange.engine.LotPlan.lot;
import static org.gavel.exchange.engine.MarketFixture.ALICE;
import static org.gavel.exchange.engine.MarketFixture.BOB;
import static org.gavel.exchange.engine.MarketFixture.CAROL;
import static org.gavel.exchange.engine.MarketFixture.REASON;
import static org.gavel.exchange.engine.MarketFixture.yuan;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.gavel.exchange.engine.LotPlan;
import org.gavel.exchange.engine.MarketFixture;
import org.gavel.exchange.engine.Poison;
import org.gavel.protocol.command.CallLot;
import org.gavel.protocol.command.HammerLot;
import org.gavel.protocol.command.VoidLot;
import org.gavel.protocol.event.HammerFallen;
import org.gavel.protocol.event.LotAwarded;
import org.gavel.protocol.event.LotOpened;
import org.gavel.protocol.event.LotPassed;
import org.gavel.protocol.event.LotPaused;
import org.gavel.protocol.event.LotSuspended;
import org.gavel.protocol.event.LotTerminated;
import org.gavel.protocol.event.LotVoided;
import org.gavel.protocol.event.LotWithdrawn;
import org.gavel.protocol.event.StageOpened;
import org.gavel.protocol.value.LiveTerms;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.PriorityMode;
import org.gavel.protocol.value.Step;
import org.junit.jupiter.api.Test;

/** Eleven lots, each in another of the states a lot can be in, announced in no order. */
final class LotsInEveryStateTest {
    private static final int BEHAVIOUR = 7;

    private final MarketFixture market =
            MarketFixture.venue(Poison.at(Poison.Point.CHECK), BEHAVIOUR).at(0);

    private static LotPlan live(int number) {
        Duration second = Duration.ofSeconds(1);
        List<Step> ladder = List.of(new Step(Money.ZERO, yuan(10)));
        return lot(number)
                .phases(new LiveTerms(
                        yuan(100), ladder, false, 0, false, second, second, Duration.ofHours(2), Duration.ofHours(1)));
    }

    private void begin() {
        suspend(105);
        hammer(106);
        market.announce(lot(111).deposit(yuan(5)).objections(3600)).hold(BOB).open();
        market.bid(BOB, yuan(100));
        market.announce(lot(107).objections(3600)).open().bid(ALICE, yuan(100));
        market.announce(lot(103).priority(PriorityMode.INQUIRY_AFTER, 3600)).grant(BOB, 0);
        market.open().bid(ALICE, yuan(100));
        market.open(lot(108)).open(lot(104).lasts(9000)).bid(CAROL, yuan(100));
        market.pause().announce(lot(101).opensAt(5000).hiddenReserve(yuan(300)));
        market.at(1010).tick();
        market.on(111).approved(new VoidLot(111, REASON));
        market.open(lot(110)).terminate();
        market.announce(lot(109)).withdraw();
        market.announce(lot(102).deposit(yuan(5)).softClose(300, 300)).hold(ALICE, CAROL);
        market.open().cid("b1").bid(CAROL, yuan(120));
    }

    private void suspend(int number) {
        market.open(lot(number).start(Poison.START)).bid(ALICE, Poison.START).bid(BOB, Poison.BID);
    }

    private void hammer(int number) {
        market.open(live(number)).bid(ALICE, yuan(100));
        for (int call = 1; call <= 3; call++) {
            market.at(2L * call).staff(new CallLot(number, call, ""));
        }
        market.at(8).staff(new HammerLot(number, REASON));
    }

    private Set<Class<?>> happened() {
        return market.history().stream()
                .flatMap(List::stream)
                .map(Object::getClass)
                .collect(Collectors.toSet());
    }

    /** Fixed once and for all, as the digests of journals are. */
    @Test
    void theirStateHashNeverChanges() {
        begin();
        assertTrue(happened()
                .containsAll(Set.of(
                        LotOpened.class,
                        LotPaused.class,
                        LotSuspended.class,
                        HammerFallen.class,
                        StageOpened.class,
                        LotAwarded.class,
                        LotPassed.class,
                        LotVoided.class,
                        LotTerminated.class,
                        LotWithdrawn.class)));
        assertEquals(
                "aa65a365698a429bd05f3059f0fe753e414a5bd3d1b009ee0d30e9d493b42e0e",
                HexFormat.of().formatHex(market.stateHash()));
        assertArrayEquals(market.stateHash(), market.replayed().stateHash());
    }

    @Test
    void onlyThoseForWhichTimeRunsAreRunning() {
        assertFalse(market.market().isActive());
        begin();
        assertEquals(List.of(102, 103), market.market().running());
        assertEquals(List.of(102, 103), market.replayed().market().running());
        assertTrue(market.market().isActive());
        market.nodeStops();
        assertEquals(List.of(), market.market().running());
        assertFalse(market.market().isActive());
    }
}
