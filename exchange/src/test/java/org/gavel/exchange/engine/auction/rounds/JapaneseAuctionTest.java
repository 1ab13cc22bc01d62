package org.gavel.exchange.engine.auction.rounds;

import static org.gavel.exchange.engine.LotPlan.lot;
import static org.gavel.exchange.engine.MarketFixture.ALICE;
import static org.gavel.exchange.engine.MarketFixture.BOB;
import static org.gavel.exchange.engine.MarketFixture.CAROL;
import static org.gavel.exchange.engine.MarketFixture.time;
import static org.gavel.exchange.engine.MarketFixture.venue;
import static org.gavel.exchange.engine.MarketFixture.yuan;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.List;
import org.gavel.exchange.engine.MarketFixture;
import org.gavel.protocol.event.LevelAccepted;
import org.gavel.protocol.event.LotAwarded;
import org.gavel.protocol.event.LotPassed;
import org.gavel.protocol.event.PassCause;
import org.gavel.protocol.event.StageKind;
import org.gavel.protocol.event.StageOpened;
import org.gavel.protocol.reject.InvalidValue;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.JapanesePrice;
import org.gavel.protocol.value.JapaneseTerms;
import org.gavel.protocol.value.Money;
import org.junit.jupiter.api.Test;

class JapaneseAuctionTest {
    private final MarketFixture market = venue();

    private static JapaneseTerms levels(int count, JapanesePrice price) {
        return new JapaneseTerms(yuan(100), yuan(10), count, Duration.ofMinutes(1), price);
    }

    /** AM-J1 up to the level of 130, which only Bob accepts. */
    private void bidJ1(JapanesePrice price) {
        market.at(0).open(lot(7).phases(levels(5, price)));
        market.at(1).bid(CAROL, yuan(100)).expectLeads(CAROL, yuan(100));
        market.at(2).bid(ALICE, yuan(100)).expect(new LevelAccepted(7, ALICE, 2, yuan(100)));
        market.at(3).bid(BOB, yuan(100)).expect(new LevelAccepted(7, BOB, 3, yuan(100)));
        market.at(60).tick().expect(new StageOpened(7, 2, StageKind.LEVEL, 1, yuan(110), time(120)));
        market.at(61).bid(ALICE, yuan(110)).expectLeads(ALICE, yuan(110));
        market.at(62).bid(BOB, yuan(110)).expectAccepted();
        market.at(121).bid(ALICE, yuan(120)).expectLeads(ALICE, yuan(120));
        market.at(122).bid(CAROL, yuan(120)).expectRefused(RejectReason.LEVEL_MISSED);
        market.at(123).bid(BOB, yuan(120)).expectAccepted();
        market.at(181).bid(BOB, yuan(130)).expectLeads(BOB, yuan(130));
    }

    /** AM-J1. */
    @Test
    void theLastOneLeftPaysTheLevelOfTheStop() {
        bidJ1(JapanesePrice.AT_STOP);
        market.at(240).tick().expect(new LotAwarded(7, BOB, 3, yuan(130), 4, time(240)));
    }

    /** AM-J1. */
    @Test
    void theLastOneLeftPaysTheLastLevelOfTwo() {
        bidJ1(JapanesePrice.LAST_TWO);
        market.at(240).tick().expect(new LotAwarded(7, BOB, 3, yuan(120), 4, time(240)));
    }

    /** AM-J2. */
    @Test
    void whereAllLeaveTogetherTheEarliestAtTheLastLevelWins() {
        market.at(0).open(lot(7).phases(levels(5, JapanesePrice.AT_STOP)));
        market.at(1).bid(ALICE, yuan(100));
        market.at(2).bid(BOB, yuan(100));
        market.at(61).bid(ALICE, yuan(110));
        market.at(62).bid(BOB, yuan(110));
        market.at(121).bid(BOB, yuan(120)).expectLeads(BOB, yuan(120));
        market.at(122).bid(ALICE, yuan(120)).expectAccepted();
        market.at(240).tick();
        assertEquals(List.of(new LotAwarded(7, BOB, 2, yuan(120), 3, time(240))), market.events(LotAwarded.class));
    }

    @Test
    void exhaustedLevelsSellAtTheLast() {
        market.at(0).open(lot(7).phases(levels(1, JapanesePrice.LAST_TWO)));
        market.at(1).bid(BOB, yuan(100));
        market.at(2).bid(ALICE, yuan(100));
        market.at(60).tick().expect(new LotAwarded(7, BOB, 1, yuan(100), 1, time(60)));
    }

    @Test
    void nobodyAtTheFirstLevelPassesTheLot() {
        market.at(0).open(lot(7).phases(levels(5, JapanesePrice.AT_STOP)));
        market.at(60).tick().expect(new LotPassed(7, PassCause.NO_BID, 0, time(60)));
    }

    @Test
    void onlyTheLevelItselfIsAcceptedAndOnlyOnce() {
        market.at(0).open(lot(7).phases(levels(5, JapanesePrice.AT_STOP)));
        market.bid(ALICE, yuan(110))
                .expectRefused(RejectReason.NOT_LEVEL, yuan(100))
                .expectNothingChanged();
        market.bid(ALICE, yuan(100)).expectLeads(ALICE, yuan(100));
        market.bid(ALICE, yuan(100)).expectRefused(RejectReason.LEVEL_ACCEPTED);
    }

    @Test
    void badTermsAreRefused() {
        assertThrows(InvalidValue.class, () -> levels(0, JapanesePrice.AT_STOP));
        assertThrows(InvalidValue.class, () -> levels(5, null));
        Money most = new Money(Money.MAX_FEN);
        Duration tick = Duration.ofSeconds(1);
        assertThrows(InvalidValue.class, () -> new JapaneseTerms(most, yuan(1), 2, tick, JapanesePrice.AT_STOP));
    }
}
