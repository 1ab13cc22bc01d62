package org.gavel.exchange.engine.auction.units;

import static org.gavel.exchange.engine.LotPlan.lot;
import static org.gavel.exchange.engine.MarketFixture.ALICE;
import static org.gavel.exchange.engine.MarketFixture.BOB;
import static org.gavel.exchange.engine.MarketFixture.CAROL;
import static org.gavel.exchange.engine.MarketFixture.WEALTH;
import static org.gavel.exchange.engine.MarketFixture.time;
import static org.gavel.exchange.engine.MarketFixture.venue;
import static org.gavel.exchange.engine.MarketFixture.yuan;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.gavel.exchange.engine.LotPlan;
import org.gavel.exchange.engine.MarketFixture;
import org.gavel.protocol.command.CreditDeposit;
import org.gavel.protocol.command.RegisterParticipant;
import org.gavel.protocol.event.BidAccepted;
import org.gavel.protocol.event.DepositReleased;
import org.gavel.protocol.event.InquiryAnswered;
import org.gavel.protocol.event.LotAwarded;
import org.gavel.protocol.event.LotPassed;
import org.gavel.protocol.event.LotResumed;
import org.gavel.protocol.event.PassCause;
import org.gavel.protocol.event.RemainderOffered;
import org.gavel.protocol.event.ReserveOpened;
import org.gavel.protocol.event.StageKind;
import org.gavel.protocol.event.StageOpened;
import org.gavel.protocol.event.UnitsBidOpened;
import org.gavel.protocol.event.UnitsBidTaken;
import org.gavel.protocol.event.UnitsUnsold;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.EnglishTerms;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.PriorityMode;
import org.gavel.protocol.value.Share;
import org.gavel.protocol.value.SharesPricing;
import org.gavel.protocol.value.SharesTerms;
import org.junit.jupiter.api.Test;

class ShareBiddingTest {
    private static final int DORA = 14;

    private MarketFixture market = venue();

    /** Offers for 1000 s from 50 yuan a unit; who is asked has 60 s. */
    private static SharesTerms shares(long units, SharesPricing pricing) {
        return new SharesTerms(units, yuan(50), 0, Duration.ofSeconds(1000), pricing, Duration.ofSeconds(60));
    }

    private static LotPlan plan(long units, SharesPricing pricing) {
        return lot(7).phases(shares(units, pricing)).deposit(yuan(10));
    }

    private void open(LotPlan plan) {
        market.staff(new RegisterParticipant(DORA, "")).staff(new CreditDeposit(DORA, WEALTH, "bank"));
        market.announce(plan).hold(ALICE, BOB, CAROL, DORA).open();
    }

    /** A 400 at 120, B 300 at 115, C 300 at 115 later, D 500 at 100. */
    private void fourOffers() {
        market.at(10).bidUnits(ALICE, 400, yuan(120));
        market.at(20).bidUnits(BOB, 300, yuan(115));
        market.at(30).bidUnits(CAROL, 300, yuan(115));
        market.at(40).bidUnits(DORA, 500, yuan(100));
    }

    private static LotAwarded award(int bidder, int place, int winners, long units, long price, long at) {
        Share share = new Share(place, winners, units, yuan(price));
        return new LotAwarded(7, bidder, bidder - 10, yuan(units * price), 4, time(at), share);
    }

    private static RemainderOffered offered(int bidder, long units, long price, long until) {
        return new RemainderOffered(7, bidder, bidder - 10, units, yuan(price), time(until));
    }

    private static StageOpened ask(int stage, int bidder, long price, long until) {
        return new StageOpened(7, stage, StageKind.ASK, bidder - 10, yuan(price), time(until));
    }

    @Test
    void everybodyWhoseUnitsAreThereHasThemAtTheUniformPrice_AM_Q1() {
        open(plan(1000, SharesPricing.UNIFORM));
        fourOffers();
        market.at(1000)
                .tick()
                .expect(
                        new UnitsBidOpened(7, ALICE, 1, 400, yuan(120), 1),
                        new UnitsBidOpened(7, BOB, 2, 300, yuan(115), 2),
                        new UnitsBidOpened(7, CAROL, 3, 300, yuan(115), 3),
                        new UnitsBidOpened(7, DORA, 4, 500, yuan(100), 4),
                        award(ALICE, 1, 3, 400, 115, 1000),
                        award(BOB, 2, 3, 300, 115, 1000),
                        award(CAROL, 3, 3, 300, 115, 1000),
                        new DepositReleased(7, DORA, yuan(10)));
    }

    @Test
    void everybodyPaysTheirOwnPriceWhereThatIsTheRule_AM_Q1() {
        open(plan(1000, SharesPricing.PAY_AS_BID));
        fourOffers();
        market.at(1000).tick();
        assertEquals(
                List.of(
                        award(ALICE, 1, 3, 400, 120, 1000),
                        award(BOB, 2, 3, 300, 115, 1000),
                        award(CAROL, 3, 3, 300, 115, 1000)),
                market.events(LotAwarded.class));
    }

    @Test
    void conditionalWinnerTakesWhatIsLeft_AM_Q2() {
        open(plan(800, SharesPricing.UNIFORM));
        fourOffers();
        market.at(1000).tick();
        assertEquals(List.of(offered(CAROL, 100, 115, 1060)), market.events(RemainderOffered.class));
        assertEquals(List.of(ask(2, CAROL, 115, 1060)), market.events(StageOpened.class));
        market.at(1059)
                .answer(CAROL, true)
                .expect(
                        new InquiryAnswered(7, CAROL, 3, true),
                        award(ALICE, 1, 3, 400, 115, 1059),
                        award(BOB, 2, 3, 300, 115, 1059),
                        award(CAROL, 3, 3, 100, 115, 1059),
                        new DepositReleased(7, DORA, yuan(10)));
    }

    @Test
    void whatAConditionalWinnerRefusesIsOfferedOnAndNoPriceChanges_AM_Q2() {
        open(plan(800, SharesPricing.UNIFORM));
        fourOffers();
        market.at(1000).tick();
        market.at(1010)
                .answer(CAROL, false)
                .expect(
                        new InquiryAnswered(7, CAROL, 3, false),
                        offered(DORA, 100, 100, 1070),
                        ask(3, DORA, 100, 1070));
        market.at(1020)
                .answer(DORA, true)
                .expect(
                        new InquiryAnswered(7, DORA, 4, true),
                        award(ALICE, 1, 3, 400, 115, 1020),
                        award(BOB, 2, 3, 300, 115, 1020),
                        award(DORA, 3, 3, 100, 100, 1020),
                        new DepositReleased(7, CAROL, yuan(10)));
    }

    @Test
    void silenceUntilTheTimeIsOverIsARefusalAndWhatNobodyTakesStaysUnsold() {
        open(plan(800, SharesPricing.PAY_AS_BID));
        fourOffers();
        market.at(1000).tick();
        market.at(1060).answer(CAROL, true);
        assertEquals(RejectReason.NOT_ASKED, market.request().reason());
        assertEquals(List.of(offered(DORA, 100, 100, 1120)), market.events(RemainderOffered.class));
        market.at(1119).tick().expect();
        market.at(1120)
                .tick()
                .expect(
                        new UnitsUnsold(7, 100),
                        award(ALICE, 1, 2, 400, 120, 1120),
                        award(BOB, 2, 2, 300, 115, 1120),
                        new DepositReleased(7, CAROL, yuan(10)),
                        new DepositReleased(7, DORA, yuan(10)));
    }

    @Test
    void whoeverComesAfterARefusalAndWantsNoMoreThanIsLeftIsNotAsked() {
        open(plan(800, SharesPricing.PAY_AS_BID));
        fourOffers();
        market.at(50).bidUnits(DORA, 60, yuan(100));
        market.at(1000).tick();
        market.at(1010).answer(CAROL, false);
        assertEquals(
                award(DORA, 3, 3, 60, 100, 1010),
                market.events(LotAwarded.class).get(2));
        assertEquals(List.of(new UnitsUnsold(7, 40)), market.events(UnitsUnsold.class));
    }

    @Test
    void lastOfferOfABidderCountsAndHasThePlaceOfItsTime() {
        open(plan(400, SharesPricing.PAY_AS_BID));
        market.at(10).bidUnits(ALICE, 400, yuan(120)).expect(new UnitsBidTaken(7, ALICE, 1));
        market.at(20).bidUnits(BOB, 400, yuan(100)).expect(new UnitsBidTaken(7, BOB, 2));
        market.at(30).bidUnits(ALICE, 400, yuan(100)).expect(new UnitsBidTaken(7, ALICE, 3));
        market.at(1000).tick();
        assertEquals(BOB, market.events(LotAwarded.class).get(0).winner());
        assertEquals(2, market.events(UnitsBidOpened.class).size());
    }

    @Test
    void tooLittleDemandSellsWhatIsWantedAndSaysWhatIsNot() {
        open(plan(1000, SharesPricing.UNIFORM));
        market.bidUnits(BOB, 300, yuan(115)).bidUnits(ALICE, 200, yuan(90));
        market.at(1000).tick();
        assertEquals(List.of(new UnitsUnsold(7, 500)), market.events(UnitsUnsold.class));
        assertEquals(
                List.of(yuan(90), yuan(90)),
                market.events(LotAwarded.class).stream()
                        .map(award -> award.share().unitPrice())
                        .toList());
    }

    @Test
    void offersBelowTheHiddenReserveOfAUnitAreNotServed() {
        open(plan(1000, SharesPricing.UNIFORM).hiddenReserve(yuan(110)));
        fourOffers();
        market.at(1000).tick();
        assertEquals(3, market.events(LotAwarded.class).size());
        assertEquals(List.of(new ReserveOpened(7, yuan(110), LotPlan.SALT)), market.events(ReserveOpened.class));
    }

    @Test
    void lotPassesWithoutAnOfferAndBelowTheReserve() {
        open(plan(1000, SharesPricing.UNIFORM));
        market.at(1000).tick();
        assertEquals(PassCause.NO_BID, market.events(LotPassed.class).get(0).cause());
        market = venue();
        open(plan(1000, SharesPricing.UNIFORM).openReserve(yuan(110)));
        market.bidUnits(ALICE, 10, yuan(109)).at(1000).tick();
        assertEquals(
                PassCause.RESERVE_NOT_MET, market.events(LotPassed.class).get(0).cause());
    }

    @Test
    void nothingOfAnOfferIsPublicBeforeTheClose() {
        open(plan(1000, SharesPricing.UNIFORM));
        fourOffers();
        market.at(999).tick().expect();
        assertEquals(
                List.of(),
                market.history().stream()
                        .flatMap(List::stream)
                        .filter(event -> event instanceof BidAccepted || event instanceof UnitsBidOpened)
                        .toList());
    }

    @Test
    void pauseLeavesTheTimeForAnAnswerAsLongAsItWasAndTheQuestionIsToldAgain() {
        open(plan(800, SharesPricing.PAY_AS_BID));
        fourOffers();
        market.at(1000).tick();
        market.at(1050).pause();
        market.at(1500).answer(CAROL, true).expectRefused(RejectReason.LOT_PAUSED);
        market.at(2000)
                .resume()
                .expect(
                        new LotResumed(7, time(2010), MarketFixture.REASON),
                        offered(CAROL, 100, 115, 2010),
                        ask(2, CAROL, 115, 2010));
        market.at(2009).answer(CAROL, true).expectAccepted();
        assertEquals(3, market.events(LotAwarded.class).size());
    }

    @Test
    void refusesWhatCannotBeOffered() {
        SharesTerms terms = new SharesTerms(1000, yuan(50), 10, Duration.ofSeconds(1000), null, Duration.ofSeconds(60));
        market.open(lot(7).phases(terms));
        market.bid(ALICE, yuan(60)).expectRefused(RejectReason.WRONG_PHASE);
        market.answer(ALICE, true).expectRefused(RejectReason.WRONG_PHASE);
        market.bidUnits(ALICE, 1001, yuan(60)).expectRefused(RejectReason.TOO_MANY_UNITS, 1000);
        market.bidUnits(ALICE, 9, yuan(60)).expectRefused(RejectReason.TOO_FEW_UNITS, 10);
        market.bidUnits(ALICE, 10, yuan(49)).expectRefused(RejectReason.BELOW_START, yuan(50));
        long most = Money.MAX_FEN / 1000;
        market.bidUnits(ALICE, 10, new Money(most + 1)).expectRefused(RejectReason.PRICE_LIMIT, most);
        market.bidUnits(ALICE, 1000, new Money(most)).expectAccepted();
        market.at(1000).bidUnits(BOB, 10, yuan(60));
        assertEquals(RejectReason.LOT_CLOSED, market.request().reason());
        assertEquals(
                new Money(most * 1000), market.events(LotAwarded.class).get(0).amount());
    }

    @Test
    void onlyWhoIsAskedAnswersAndOffersAreOverThen() {
        open(plan(800, SharesPricing.PAY_AS_BID));
        fourOffers();
        market.at(1000).tick();
        market.answer(DORA, true).expectRefused(RejectReason.NOT_ASKED);
        market.bidUnits(DORA, 100, yuan(200)).expectRefused(RejectReason.WRONG_PHASE);
    }

    @Test
    void noMoreBiddersThanALotMayHaveWinners() {
        market.open(lot(7).phases(shares(100_000, SharesPricing.PAY_AS_BID)));
        LongStream.range(100, 100 + Share.MAX_WINNERS).forEach(bidder -> {
            market.staff(new RegisterParticipant((int) bidder, ""));
            market.bidUnits((int) bidder, 1, yuan(60)).expectAccepted();
        });
        market.bidUnits(ALICE, 1, yuan(70)).expectRefused(RejectReason.BIDDERS_FULL, Share.MAX_WINNERS);
        market.bidUnits(100, 2, yuan(70)).expectAccepted();
    }

    @Test
    void dividedLotIsAnnouncedAloneWithAReserveItCanReachAndWithoutPriorities() {
        SharesTerms terms = shares(1_000_000, SharesPricing.UNIFORM);
        EnglishTerms english = (EnglishTerms) lot(8).announcement().phases().get(0);
        market.announce(lot(7).phases(terms, english)).expectRefused(RejectReason.DIVIDED_ALONE);
        market.announce(lot(7).phases(english, terms)).expectRefused(RejectReason.DIVIDED_ALONE);
        market.announce(lot(7).phases(terms).priority(PriorityMode.INQUIRY_AFTER, 60))
                .expectRefused(RejectReason.PRIORITY_OF_MANY);
        market.announce(lot(7).phases(terms).openReserve(yuan(49))).expectRefused(RejectReason.BAD_RESERVE, yuan(50));
        long most = Money.MAX_FEN / 1_000_000;
        market.announce(lot(7).phases(terms).openReserve(new Money(most + 1)))
                .expectRefused(RejectReason.RESERVE_TOO_HIGH, most);
        market.announce(lot(7).phases(terms).openReserve(new Money(most))).expectAccepted();
    }
}
