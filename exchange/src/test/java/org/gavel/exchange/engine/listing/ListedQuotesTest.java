package org.gavel.exchange.engine.listing;

import static org.gavel.exchange.engine.MarketFixture.ALICE;
import static org.gavel.exchange.engine.MarketFixture.BOB;
import static org.gavel.exchange.engine.MarketFixture.CAROL;
import static org.gavel.exchange.engine.MarketFixture.REASON;
import static org.gavel.exchange.engine.MarketFixture.wan;
import static org.gavel.exchange.engine.MarketFixture.yuan;
import static org.gavel.exchange.engine.listing.ListingPlan.LISTING;
import static org.gavel.exchange.engine.listing.ListingPlan.LOT;
import static org.gavel.exchange.engine.listing.ListingPlan.listing;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import org.gavel.exchange.engine.Behaviour;
import org.gavel.exchange.engine.LotPlan;
import org.gavel.exchange.engine.rulebook.Law;
import org.gavel.protocol.command.MarkParty;
import org.gavel.protocol.event.AgreementDue;
import org.gavel.protocol.event.BestQuoteChanged;
import org.gavel.protocol.event.ExtensionCause;
import org.gavel.protocol.event.ListingExtended;
import org.gavel.protocol.event.ListingOutcome;
import org.gavel.protocol.event.ListingQuoted;
import org.gavel.protocol.event.LotPassed;
import org.gavel.protocol.event.PassCause;
import org.gavel.protocol.event.StageKind;
import org.gavel.protocol.event.StageOpened;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.AdmissionState;
import org.gavel.protocol.value.ExclusionCause;
import org.gavel.protocol.value.InquiryTerms;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.QuotesTerms;
import org.gavel.protocol.value.SoftClose;
import org.gavel.protocol.value.Step;
import org.gavel.protocol.value.TimedTerms;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Dynamic listing (动态报价): quotes during the disclosure by price and time ({@code market-rules} 2.6). */
final class ListedQuotesTest {
    private static final String CLOSE = "2026-03-27T17:00";

    private final ListingMarket listings = new ListingMarket();

    @AfterEach
    void everyReplayIsEqual() {
        listings.replaysEqual();
    }

    private ListingMarket quoted() {
        return listings.announce(listing().quotes(SoftClose.NONE)).party(ALICE).party(BOB);
    }

    @Test
    void theHighestQuoteWinsAndOfEqualOnesTheEarliest() {
        quoted().party(CAROL);
        listings.at("2026-03-03T10:00").offer(ALICE, wan(50)).done();
        listings.offer(BOB, wan(55))
                .expect(new ListingQuoted(LISTING, LOT, BOB, 2, wan(55), 2, 2, wan(55), Law.at(CLOSE)));
        listings.offer(CAROL, wan(55))
                .expect(new ListingQuoted(LISTING, LOT, CAROL, 3, wan(55), 3, 2, wan(55), Law.at(CLOSE)));
        listings.offer(ALICE, wan(52)).done();
        listings.tick(CLOSE).sold(BOB, wan(55));
        assertEquals(ListingOutcome.COMPETITION, listings.closed().outcome());
        assertEquals(0, listings.held(ALICE) + listings.held(CAROL));
    }

    @Test
    void quotesMustReachTheListPriceAndRiseByWholeSteps() {
        quoted();
        listings.offer(ALICE, yuan(430_000)).refused(RejectReason.QUOTE_BELOW_LIST, wan(44).fen());
        listings.offer(ALICE, yuan(445_000)).refused(RejectReason.QUOTE_OFF_STEP, wan(45).fen());
        listings.offer(ALICE, wan(50)).done();
        listings.offer(ALICE, wan(50)).refused(RejectReason.OFFER_NOT_HIGHER, wan(50).fen());
        listings.offer(ALICE, wan(49)).refused(RejectReason.OFFER_NOT_HIGHER, wan(50).fen());
    }

    /** Steps of a myriad yuan end below the largest amount: there is no next one, and the highest is named. */
    @Test
    void aQuoteBeyondTheHighestStepIsToldThatStep() {
        quoted();
        Money highest = wan(99_999_999);
        listings.offer(ALICE, new Money(Money.MAX_FEN)).refused(RejectReason.PRICE_LIMIT, highest.fen());
        listings.offer(ALICE, highest).done();
        listings.offer(ALICE, new Money(Money.MAX_FEN)).refused(RejectReason.PRICE_LIMIT, highest.fen());
    }

    @Test
    void before7ItWasToldTheLargestAmount() {
        ListingMarket before =
                new ListingMarket(Law.venue("2026-03-02T10:00", Behaviour.HIGHEST_QUOTES_NAMED.since() - 1));
        before.announce(listing().quotes(SoftClose.NONE)).party(ALICE);
        before.offer(ALICE, new Money(Money.MAX_FEN)).refused(RejectReason.QUOTE_OFF_STEP, Money.MAX_FEN);
    }

    @Test
    void quotesNeedTheDepositHeldAndAreNoOffersAtRegistration() {
        listings.announce(listing().quotes(SoftClose.NONE));
        listings.register(ALICE, wan(50)).refused(RejectReason.QUOTE_LATER);
        listings.offer(ALICE, wan(50)).refused(RejectReason.INTENTION_UNKNOWN);
        listings.register(ALICE, Money.ZERO).done();
        listings.offer(ALICE, wan(50)).refused(RejectReason.NOT_QUALIFIED);
        listings.qualify(ALICE).offer(ALICE, wan(50)).refused(RejectReason.DEPOSIT_NOT_HELD, wan(5).fen());
        listings.hold(ALICE).offer(ALICE, wan(50)).done();
    }

    @Test
    void aQuoteThatTakesTheLeadNearTheEndMovesItWithinItsCap() {
        SoftClose fiveMinutes = new SoftClose(Duration.ofMinutes(5), Duration.ofMinutes(5), Duration.ofMinutes(8), 0);
        listings.announce(listing().quotes(fiveMinutes)).party(ALICE).party(BOB);
        listings.at("2026-03-27T16:54").offer(ALICE, wan(50));
        assertEquals(List.of(), listings.market.events(ListingExtended.class));
        listings.at("2026-03-27T16:58").offer(BOB, wan(50));
        assertEquals(List.of(), listings.market.events(ListingExtended.class), "it does not lead");
        listings.offer(BOB, wan(51));
        ListingExtended extended = listings.only(ListingExtended.class);
        assertEquals(Law.at("2026-03-27T17:03"), extended.closesAt());
        assertEquals(ExtensionCause.QUOTE, extended.cause());
        listings.at("2026-03-27T17:02:59").offer(ALICE, wan(52));
        assertEquals(
                Law.at("2026-03-27T17:07:59"),
                listings.only(ListingExtended.class).closesAt());
        listings.at("2026-03-27T17:07").offer(BOB, wan(53));
        assertEquals(
                Law.at("2026-03-27T17:08"), listings.only(ListingExtended.class).closesAt());
        listings.at("2026-03-27T17:08").offer(ALICE, wan(60));
        assertEquals(RejectReason.LISTING_OVER, listings.market.request().reason());
        listings.sold(BOB, wan(53));
    }

    @Test
    void theBestQuoteOfAPartyThatIsKeptOutDoesNotCount() {
        quoted().party(CAROL);
        listings.offer(ALICE, wan(50)).offer(BOB, wan(60)).offer(CAROL, wan(55));
        listings.refuse(BOB).done();
        listings.offer(ALICE, wan(52));
        assertEquals(wan(55), listings.only(ListingQuoted.class).best());
        listings.staff(new MarkParty(LOT, CAROL, ExclusionCause.STAFF, REASON));
        listings.tick(CLOSE);
        assertEquals(wan(52), listings.only(AgreementDue.class).price(), "one party is left, who quoted that");
        listings.conclude().sold(ALICE, wan(52));
    }

    @Test
    void aQuoteLeadsAndMovesTheEndAlthoughABarredPartyQuotedMore() {
        leadsAfterABarredParty(listings);
        assertEquals(wan(51), listings.only(ListingQuoted.class).best());
        assertEquals(
                Law.at("2026-03-27T17:03"), listings.only(ListingExtended.class).closesAt());
        listings.market.decide(BOB, AdmissionState.REGISTERED);
        listings.offer(ALICE, wan(52));
        assertEquals(wan(60), listings.only(ListingQuoted.class).best(), "who may take part again counts again");
    }

    @Test
    void everybodyIsToldWhoLeadsOnceTheLeaderIsKeptOutOrLetInAgain() {
        quoted().party(CAROL);
        listings.offer(ALICE, wan(50)).offer(BOB, wan(60)).offer(CAROL, wan(55));
        listings.market.decide(BOB, AdmissionState.SUSPENDED);
        listings.expectLast(new BestQuoteChanged(LISTING, LOT, 3, wan(55)));
        listings.refuse(CAROL).expectLast(new BestQuoteChanged(LISTING, LOT, 1, wan(50)));
        listings.staff(new MarkParty(LOT, ALICE, ExclusionCause.STAFF, REASON));
        listings.expectLast(new BestQuoteChanged(LISTING, LOT, 0, Money.ZERO));
        listings.market.decide(BOB, AdmissionState.VERIFIED);
        listings.expectLast(new BestQuoteChanged(LISTING, LOT, 2, wan(60)));
        listings.staff(new MarkParty(LOT, ALICE, ExclusionCause.NONE, REASON));
        assertEquals(List.of(), listings.market.events(BestQuoteChanged.class), "another leads");
        listings.tick(CLOSE).sold(BOB, wan(60));
    }

    @Test
    void theBestQuoteIsToldWhileTheListingStandsStillAndNotOnceItIsDecided() {
        quoted().offer(ALICE, wan(50)).offer(BOB, wan(60)).suspend();
        listings.market.decide(BOB, AdmissionState.BARRED);
        listings.expectLast(new BestQuoteChanged(LISTING, LOT, 1, wan(50)));
        listings.resume().tick("2026-05-01T10:00");
        assertEquals(wan(50), listings.only(AgreementDue.class).price());
        listings.market.decide(ALICE, AdmissionState.BARRED);
        assertEquals(List.of(), listings.market.events(BestQuoteChanged.class));
    }

    @Test
    void before7TheNextQuoteToldWhoLeads() {
        ListingMarket before = new ListingMarket(Law.venue("2026-03-02T10:00", 6));
        before.announce(listing().quotes(SoftClose.NONE)).party(ALICE).party(BOB);
        before.offer(ALICE, wan(50)).offer(BOB, wan(60));
        before.market.decide(BOB, AdmissionState.BARRED);
        assertEquals(List.of(), before.market.events(BestQuoteChanged.class));
        before.offer(ALICE, wan(51));
        assertEquals(wan(51), before.only(ListingQuoted.class).best());
        before.replaysEqual();
    }

    @Test
    void before6ABarredPartysQuoteWentOnLeading() {
        ListingMarket before = new ListingMarket(Law.venue("2026-03-02T10:00", 5));
        leadsAfterABarredParty(before);
        assertEquals(wan(60), before.only(ListingQuoted.class).best());
        before.replaysEqual();
    }

    private static void leadsAfterABarredParty(ListingMarket listed) {
        SoftClose fiveMinutes = new SoftClose(Duration.ofMinutes(5), Duration.ofMinutes(5), Duration.ofHours(1), 0);
        listed.announce(listing().quotes(fiveMinutes)).party(ALICE).party(BOB).party(CAROL);
        listed.offer(ALICE, wan(50)).offer(BOB, wan(60)).done();
        listed.market.decide(BOB, AdmissionState.BARRED);
        listed.at("2026-03-27T16:58").offer(CAROL, wan(51)).done();
    }

    @Test
    void partiesWhoNeverQuoteBuyNothing() {
        quoted();
        listings.tick(CLOSE);
        assertEquals(PassCause.NO_BID, listings.only(LotPassed.class).cause());
    }

    /** 挂牌、询问、限时竞价 in one: {@code LISTING_INQUIRY_LIMITED} of {@code market-rules} 2.6. */
    @Test
    void whoQuotedIsAskedAndBidsOnFromTheBestQuote() {
        LotPlan lot = LotPlan.lot(LOT)
                .phases(
                        new QuotesTerms(wan(44), wan(1), SoftClose.NONE),
                        new InquiryTerms(Duration.ofMinutes(5)),
                        new TimedTerms(
                                wan(44),
                                List.of(new Step(Money.ZERO, wan(1))),
                                true,
                                0,
                                Duration.ofMinutes(5),
                                Duration.ZERO,
                                false));
        listings.announce(listing().lot(lot)).done().party(ALICE).party(BOB).party(CAROL);
        listings.offer(ALICE, wan(50)).offer(BOB, wan(52));
        listings.tick(CLOSE);
        assertEquals(
                List.of(StageKind.INQUIRY),
                listings.market.events(StageOpened.class).stream()
                        .map(StageOpened::kind)
                        .toList());
        listings.market.on(LOT).answer(CAROL, true).expectRefused(RejectReason.NO_LISTING_QUOTE);
        listings.market.answer(ALICE, true).expectAccepted();
        listings.tick("2026-03-27T17:05");
        listings.market.bid(BOB, wan(54)).expectRefused(RejectReason.INQUIRY_MISSED);
        listings.market.bid(ALICE, wan(53)).expectAccepted();
        listings.tick("2026-03-27T17:10").sold(ALICE, wan(53));
    }

    @Test
    void aLotWithQuotesIsAnnouncedInAListingAlone() {
        listings.market.announce(LotPlan.lot(9).phases(new QuotesTerms(wan(44), wan(1), SoftClose.NONE)));
        listings.refused(RejectReason.QUOTES_UNLISTED);
    }
}
