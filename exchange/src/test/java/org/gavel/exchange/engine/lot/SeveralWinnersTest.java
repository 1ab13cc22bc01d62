package org.gavel.exchange.engine.lot;

import static org.gavel.exchange.engine.LotPlan.lot;
import static org.gavel.exchange.engine.MarketFixture.ALICE;
import static org.gavel.exchange.engine.MarketFixture.BOB;
import static org.gavel.exchange.engine.MarketFixture.CAROL;
import static org.gavel.exchange.engine.MarketFixture.time;
import static org.gavel.exchange.engine.MarketFixture.venue;
import static org.gavel.exchange.engine.MarketFixture.yuan;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Proxy;
import java.util.List;
import org.gavel.exchange.engine.KnownMechanisms;
import org.gavel.exchange.engine.MarketFixture;
import org.gavel.exchange.engine.auction.Award;
import org.gavel.exchange.engine.auction.Mechanism;
import org.gavel.protocol.event.DepositReleased;
import org.gavel.protocol.event.LotAwarded;
import org.gavel.protocol.event.LotPassed;
import org.gavel.protocol.event.PassCause;
import org.gavel.protocol.event.RoadshowEnded;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.Share;
import org.junit.jupiter.api.Test;

/** What a lot does with the awards of its last phase, whatever mechanism found them. */
class SeveralWinnersTest {
    private static final Award BEST = new Award(BOB, 12_000, 400);
    private static final Award SECOND = new Award(ALICE, 11_500, 300);

    /** English bidding whose result is these awards. */
    private static MarketFixture venueAwarding(Award... awards) {
        return venue(terms -> {
            Mechanism sound = KnownMechanisms.ALL.of(terms);
            return (Mechanism) Proxy.newProxyInstance(
                    Mechanism.class.getClassLoader(),
                    new Class<?>[] {Mechanism.class},
                    (self, method, given) ->
                            method.getName().equals("awards") ? List.of(awards) : method.invoke(sound, given));
        });
    }

    @Test
    void eachWinnerIsAwardedBestFirstAndOnlyTheOthersDepositsAreFree() {
        MarketFixture market = venueAwarding(BEST, SECOND).announce(lot(7).deposit(yuan(50)));
        market.hold(ALICE, BOB, CAROL).open().bid(ALICE, yuan(100));
        market.at(1000)
                .tick()
                .expect(
                        new LotAwarded(7, BOB, 2, yuan(48_000), 1, time(1000), new Share(1, 2, 400, new Money(12_000))),
                        new LotAwarded(
                                7, ALICE, 1, yuan(34_500), 1, time(1000), new Share(2, 2, 300, new Money(11_500))),
                        new DepositReleased(7, CAROL, yuan(50)));
    }

    @Test
    void severalWinnersOfAnUndividedLotPayTheirPrices() {
        MarketFixture market =
                venueAwarding(new Award(BOB, 900, 0), new Award(ALICE, 800, 0)).open(lot(7));
        market.bid(ALICE, yuan(100)).bid(BOB, yuan(110));
        market.at(1000)
                .tick()
                .expect(
                        new LotAwarded(7, BOB, 2, new Money(900), 2, time(1000), new Share(1, 2, 0, Money.ZERO)),
                        new LotAwarded(7, ALICE, 1, new Money(800), 2, time(1000), new Share(2, 2, 0, Money.ZERO)));
    }

    @Test
    void roadshowCountsOneSaleAndWhatAllWinnersPay() {
        MarketFixture market =
                venueAwarding(BEST, SECOND).announce(lot(7)).roadshow(1, 0, 7).start(1);
        market.bid(ALICE, yuan(100)).bid(BOB, yuan(110)).at(1000).tick();
        assertEquals(List.of(new RoadshowEnded(1, 1, 0, yuan(82_500))), market.events(RoadshowEnded.class));
    }

    @Test
    void lotWithBidsButNoAwardPassesBelowItsReserve() {
        MarketFixture market = venueAwarding().open(lot(7)).bid(ALICE, yuan(100));
        market.at(1000).tick().expect(new LotPassed(7, PassCause.RESERVE_NOT_MET, 1, time(1000)));
    }
}
