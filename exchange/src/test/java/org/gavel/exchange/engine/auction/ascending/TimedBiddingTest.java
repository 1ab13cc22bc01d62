package org.gavel.exchange.engine.auction.ascending;

import static org.gavel.exchange.engine.LotPlan.lot;
import static org.gavel.exchange.engine.MarketFixture.ALICE;
import static org.gavel.exchange.engine.MarketFixture.BOB;
import static org.gavel.exchange.engine.MarketFixture.CAROL;
import static org.gavel.exchange.engine.MarketFixture.time;
import static org.gavel.exchange.engine.MarketFixture.venue;
import static org.gavel.exchange.engine.MarketFixture.yuan;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.List;
import org.gavel.exchange.engine.MarketFixture;
import org.gavel.protocol.command.AnswerInquiry;
import org.gavel.protocol.event.InquiryAnswered;
import org.gavel.protocol.event.LotAwarded;
import org.gavel.protocol.event.LotExtended;
import org.gavel.protocol.event.LotOpened;
import org.gavel.protocol.event.LotPassed;
import org.gavel.protocol.event.PassCause;
import org.gavel.protocol.event.StageKind;
import org.gavel.protocol.event.StageOpened;
import org.gavel.protocol.reject.InvalidValue;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.EnglishTerms;
import org.gavel.protocol.value.InquiryTerms;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.SoftClose;
import org.gavel.protocol.value.Step;
import org.gavel.protocol.value.TimedTerms;
import org.junit.jupiter.api.Test;

class TimedBiddingTest {
    private final MarketFixture market = venue();

    private static EnglishTerms free(long start, long step, long seconds) {
        return new EnglishTerms(yuan(start), steps(step), false, 0, Duration.ofSeconds(seconds), SoftClose.NONE, false);
    }

    private static TimedTerms timed(long start, long step, long cycle, long hardStop) {
        Duration cap = Duration.ofSeconds(hardStop);
        return new TimedTerms(yuan(start), steps(step), false, 0, Duration.ofSeconds(cycle), cap, false);
    }

    private static List<Step> steps(long step) {
        return List.of(new Step(Money.ZERO, yuan(step)));
    }

    private static InquiryTerms inquiry() {
        return new InquiryTerms(Duration.ofMinutes(5));
    }

    /** AM-F1. */
    @Test
    void everyBidRestartsTheCountdownAfterTheFreePhase() {
        market.at(0).open(lot(7).phases(free(200, 10, 3600), timed(200, 10, 180, 0)));
        market.at(10).bid(ALICE, yuan(200)).expectLeads(ALICE, yuan(200));
        market.at(50).bid(BOB, yuan(215)).expectRefused(RejectReason.OFF_INCREMENT, yuan(210));
        market.at(60).bid(BOB, yuan(220)).expectLeads(BOB, yuan(220));
        market.at(3599).bid(CAROL, yuan(250)).expectLeads(CAROL, yuan(250));
        market.at(3600)
                .tick()
                .expect(
                        new LotOpened(7, 2, time(3780), yuan(260), ""),
                        new StageOpened(7, 1, StageKind.LIMITED, 3, yuan(260), time(3780)));
        market.at(3700).bid(ALICE, yuan(260)).expectLeads(ALICE, yuan(260));
        assertEquals(List.of(new LotExtended(7, time(3880), 1)), market.events(LotExtended.class));
        market.at(3879).bid(BOB, yuan(270)).expectLeads(BOB, yuan(270));
        market.at(4059).bid(ALICE, yuan(280));
        assertEquals(List.of(new LotAwarded(7, BOB, 2, yuan(270), 5, time(4059))), market.events(LotAwarded.class));
        assertEquals(RejectReason.LOT_CLOSED, market.request().reason());
    }

    /** MR-T20. */
    @Test
    void aSilentCycleSellsToTheBestFreeBid() {
        market.at(0).open(lot(7).phases(free(200, 10, 3600), timed(200, 10, 300, 0)));
        market.at(2400).bid(ALICE, yuan(220));
        market.at(3900);
        market.tick();
        assertEquals(List.of(new LotAwarded(7, ALICE, 1, yuan(220), 1, time(3900))), market.events(LotAwarded.class));
    }

    /** MR-T20. */
    @Test
    void aSilentCycleWithoutAnyBidPassesTheLot() {
        market.at(0).open(lot(7).phases(free(200, 10, 3600), timed(200, 10, 300, 0)));
        market.at(3900).tick();
        assertEquals(List.of(new LotPassed(7, PassCause.NO_BID, 0, time(3900))), market.events(LotPassed.class));
    }

    /** AM-F2. */
    @Test
    void whereNobodyConfirmsTheBestFreeBidDecides() {
        market.at(0).open(lot(7).openReserve(yuan(210)).phases(free(200, 10, 3600), inquiry(), timed(200, 10, 300, 0)));
        market.at(10).bid(ALICE, yuan(220));
        market.at(3899).tick();
        market.by(ALICE, new AnswerInquiry(7, 0, true)).expect(new InquiryAnswered(7, ALICE, 1, true));
        market.by(ALICE, new AnswerInquiry(7, 0, false)).expect(new InquiryAnswered(7, ALICE, 1, false));
        market.at(3900).tick().expect(new LotAwarded(7, ALICE, 1, yuan(220), 1, time(3900)));
    }

    /** AM-F2. */
    @Test
    void whereNobodyConfirmsAndTheReserveIsNotMetTheLotPasses() {
        market.at(0).open(lot(7).openReserve(yuan(300)).phases(free(200, 10, 3600), inquiry(), timed(200, 10, 300, 0)));
        market.at(10).bid(ALICE, yuan(220));
        market.at(3900).tick();
        assertEquals(
                List.of(new LotPassed(7, PassCause.RESERVE_NOT_MET, 1, time(3900))), market.events(LotPassed.class));
    }

    /** MR-T22. */
    @Test
    void onlyWhoQuotedAndConfirmedMayGoOn() {
        market.at(0).open(lot(7).phases(free(200, 10, 3600), inquiry(), timed(200, 10, 300, 0)));
        market.at(10).bid(ALICE, yuan(200));
        market.at(20).bid(CAROL, yuan(210));
        market.at(3600)
                .tick()
                .expect(
                        new LotOpened(7, 2, time(3900), yuan(210), ""),
                        new StageOpened(7, 1, StageKind.INQUIRY, 2, yuan(210), time(3900)));
        market.by(BOB, new AnswerInquiry(7, 0, true));
        market.expectRefused(RejectReason.NO_LISTING_QUOTE).expectNothingChanged();
        market.bid(ALICE, yuan(220)).expectRefused(RejectReason.WRONG_PHASE);
        market.by(ALICE, new AnswerInquiry(7, 0, true)).expectAccepted();
        market.at(3900).tick();
        market.by(CAROL, new AnswerInquiry(7, 0, true)).expectRefused(RejectReason.WRONG_PHASE);
        market.bid(BOB, yuan(220)).expectRefused(RejectReason.NO_LISTING_QUOTE);
        market.bid(CAROL, yuan(220)).expectRefused(RejectReason.INQUIRY_MISSED);
        market.bid(ALICE, yuan(220)).expectLeads(ALICE, yuan(220));
        market.at(4200).tick().expect(new LotAwarded(7, ALICE, 1, yuan(220), 3, time(4200)));
        assertArrayEquals(market.replayed().stateHash(), market.stateHash());
    }

    @Test
    void theHardStopEndsThePhaseHoweverManyBidsCome() {
        market.at(0).open(lot(7).phases(timed(200, 10, 180, 300)));
        market.at(100).bid(ALICE, yuan(200));
        market.at(250).bid(BOB, yuan(210));
        market.at(299).bid(ALICE, yuan(220));
        market.at(300).tick().expect(new LotAwarded(7, ALICE, 1, yuan(220), 3, time(300)));
    }

    @Test
    void aPauseMovesTheInquiry() {
        market.at(0).open(lot(7).phases(free(200, 10, 10), inquiry(), timed(200, 10, 300, 0)));
        market.at(5).bid(ALICE, yuan(200));
        market.at(100).pause();
        market.by(ALICE, new AnswerInquiry(7, 0, true)).expectRefused(RejectReason.LOT_PAUSED);
        market.at(1100).resume();
        market.at(1309).tick().expect();
        market.at(1310).tick().expect(new LotAwarded(7, ALICE, 1, yuan(200), 1, time(1310)));
    }

    @Test
    void badTermsAreRefused() {
        assertThrows(InvalidValue.class, () -> timed(200, 10, 180, 179));
        assertThrows(InvalidValue.class, () -> timed(200, 10, 0, 0));
        assertThrows(InvalidValue.class, () -> lot(7).phases(inquiry()).announcement());
    }
}
