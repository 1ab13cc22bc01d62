package org.gavel.exchange.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.gavel.exchange.api.Applied;
import org.gavel.exchange.api.ListingView;
import org.gavel.exchange.api.LotView;
import org.gavel.exchange.api.RoadshowView;
import org.gavel.protocol.codec.json.JsonCodec;
import org.gavel.protocol.event.AgreementDue;
import org.gavel.protocol.event.BidAccepted;
import org.gavel.protocol.event.BidderScored;
import org.gavel.protocol.event.DisclosureEnded;
import org.gavel.protocol.event.Event;
import org.gavel.protocol.event.ExtensionCause;
import org.gavel.protocol.event.ListingAnnounced;
import org.gavel.protocol.event.ListingClosed;
import org.gavel.protocol.event.ListingExtended;
import org.gavel.protocol.event.ListingOutcome;
import org.gavel.protocol.event.ListingQuoted;
import org.gavel.protocol.event.ListingResumed;
import org.gavel.protocol.event.ListingSuspended;
import org.gavel.protocol.event.LotAnnounced;
import org.gavel.protocol.event.LotAwarded;
import org.gavel.protocol.event.LotExtended;
import org.gavel.protocol.event.LotOpened;
import org.gavel.protocol.event.LotPassed;
import org.gavel.protocol.event.LotPaused;
import org.gavel.protocol.event.LotResumed;
import org.gavel.protocol.event.LotSuspended;
import org.gavel.protocol.event.LotWithdrawn;
import org.gavel.protocol.event.OfferScored;
import org.gavel.protocol.event.PaddlesFixed;
import org.gavel.protocol.event.PassCause;
import org.gavel.protocol.event.PauseCause;
import org.gavel.protocol.event.ReserveOpened;
import org.gavel.protocol.event.RoadshowAnnounced;
import org.gavel.protocol.event.RoadshowEnded;
import org.gavel.protocol.event.RoadshowStarted;
import org.gavel.protocol.event.StageKind;
import org.gavel.protocol.event.StageOpened;
import org.gavel.protocol.value.Admission;
import org.gavel.protocol.value.Channel;
import org.gavel.protocol.value.ClientId;
import org.gavel.protocol.value.Day;
import org.gavel.protocol.value.EnglishTerms;
import org.gavel.protocol.value.ListingTerms;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.OutageRule;
import org.gavel.protocol.value.Share;
import org.gavel.protocol.value.SoftClose;
import org.gavel.protocol.value.Step;
import org.gavel.protocol.value.SuspensionCause;
import org.gavel.protocol.value.Title;
import org.junit.jupiter.api.Test;

class MarketProjectionTest {
    private static final Title TITLE = new Title("机床", "Lathe");

    private final MarketProjection projection = new MarketProjection();

    private void happens(Event... events) {
        long sequence = projection.sequence() + 2;
        projection.on(new Applied(sequence, sequence, List.of(events)));
    }

    private void announce(int lot) {
        EnglishTerms terms = new EnglishTerms(
                new Money(200),
                List.of(new Step(Money.ZERO, new Money(10))),
                true,
                0,
                Duration.ofMinutes(5),
                SoftClose.NONE,
                false);
        happens(new LotAnnounced(
                lot, TITLE, 9, "r", new Money(50), Money.ZERO, "ab", List.of(terms), 7, OutageRule.DEFAULT));
    }

    private static BidAccepted bid(int lot, long fen, int number) {
        return new BidAccepted(
                lot, 5, 105, new Money(fen), new Money(fen + 10), number, 1_000, Channel.ONLINE, ClientId.parse("b"));
    }

    private LotView lot(int lot) {
        return projection.lot(lot).orElseThrow();
    }

    @Test
    void showsAnAnnouncedLotWithItsFirstPrice() {
        announce(3);

        assertEquals("ANNOUNCED", lot(3).state());
        assertEquals(new Money(200), lot(3).nextMinimum());
        assertEquals(new Money(50), lot(3).deposit());
        assertEquals(7, lot(3).opensAt());
        assertEquals(0, lot(3).phase());
        assertEquals(2, projection.sequence());
    }

    /** A lot's listing has a number of its own; whoever sees the lot finds it there. */
    @Test
    void namesTheListingThatOffersALot() {
        announce(3);
        assertFalse(JsonCodec.tree((Object) lot(3)).has("listing"));
        ListingTerms terms = new ListingTerms(20, null, null, 0, false, 0, 0, null);
        happens(new ListingAnnounced(8, 3, new Money(200), terms, new Day(9), 7));
        assertEquals(8, lot(3).listing());
        happens(new LotOpened(3, 1, 9, new Money(200), ""));
        assertEquals(8, lot(3).listing());
        assertEquals(8, JsonCodec.tree((Object) lot(3)).get("listing").asInt());
    }

    @Test
    void followsTheListingOfALotUntilItIsClosed() {
        announce(3);
        ListingTerms terms = new ListingTerms(20, null, null, 0, false, 0, 0, null);
        happens(new ListingAnnounced(8, 3, new Money(200), terms, new Day(9), 7));
        stands("DISCLOSING", Money.ZERO, 7, "");
        happens(new ListingSuspended(8, 3, SuspensionCause.LEAK, 2, "a leak"));
        stands("SUSPENDED", Money.ZERO, 0, "a leak");
        happens(new ListingResumed(8, 3, new Day(9), 8, "stopped"));
        happens(new ListingExtended(8, 3, 1, new Day(12), 12, ExtensionCause.CYCLE));
        stands("DISCLOSING", Money.ZERO, 12, "");
        happens(new ListingQuoted(8, 3, 5, 1, new Money(210), 1, 1, new Money(210), 13));
        stands("DISCLOSING", new Money(210), 13, "");
        happens(new DisclosureEnded(8, 3, 13));
        stands("CONFIRMING", new Money(210), 0, "");
        happens(new AgreementDue(8, 3, 5, 1, new Money(220), 20));
        stands("AGREEING", new Money(220), 20, "");
        happens(new ListingClosed(8, 3, ListingOutcome.COMPETITION, 2, 30, 21, ""));
        stands("COMPETITION", new Money(220), 30, "");
        assertEquals(30, lot(3).opensAt());
    }

    private void stands(String state, Money price, long closesAt, String note) {
        ListingView listing = projection.listing(3).orElseThrow();
        assertEquals(
                List.of(8, new Money(200), state, price, closesAt, note),
                List.of(
                        listing.listing(),
                        listing.listPrice(),
                        listing.state(),
                        listing.price(),
                        listing.closesAt(),
                        listing.note()));
    }

    @Test
    void keepsTheCommitmentToFixedPaddles() {
        announce(3);
        assertEquals("", lot(3).paddleCommitment());
        happens(new PaddlesFixed(3, 2, "cd"));
        assertEquals("cd", lot(3).paddleCommitment());
        assertEquals(Admission.OPEN, lot(3).admission());
    }

    @Test
    void followsALotFromItsOpeningToTheHammer() {
        announce(3);
        happens(new LotOpened(3, 1, 900, new Money(200), "now"));
        assertEquals("OPEN", lot(3).state());
        assertEquals(900, lot(3).closesAt());
        happens(bid(3, 200, 1), new LotExtended(3, 1_100, 1));
        assertEquals(new Money(200), lot(3).price());
        assertEquals(105, lot(3).leader());
        assertEquals(1_100, lot(3).closesAt());
        assertEquals(1, lot(3).extensions());
        happens(new ReserveOpened(3, new Money(150), "00"), new LotAwarded(3, 5, 105, new Money(200), 1, 1_100));
        assertEquals("AWARDED", lot(3).state());
        assertEquals(0, lot(3).closesAt());
        assertEquals(new Money(150), lot(3).reserve());
    }

    @Test
    void showsEveryWinnerOfADividedLotAndTheBestOnesPrice() {
        announce(3);
        Share best = new Share(1, 2, 4, new Money(120));
        Share second = new Share(2, 2, 3, new Money(115));
        happens(
                new LotAwarded(3, 5, 105, new Money(480), 2, 1_100, best),
                new LotAwarded(3, 6, 106, new Money(345), 2, 1_100, second));
        assertEquals("AWARDED", lot(3).state());
        assertEquals(new Money(120), lot(3).price());
        assertEquals(105, lot(3).leader());
        assertEquals(
                List.of(
                        new LotView.Winner(105, new Money(480), 4, new Money(120)),
                        new LotView.Winner(106, new Money(345), 3, new Money(115))),
                lot(3).winners());
    }

    @Test
    void saysWhyALotStandsStillAndForgetsItWhenItGoesOn() {
        announce(3);
        happens(new LotOpened(3, 1, 900, new Money(200), "now"));
        happens(new LotPaused(3, PauseCause.OUTAGE, 400, ""));
        assertEquals("PAUSED", lot(3).state());
        assertEquals("OUTAGE", lot(3).note());
        assertEquals(400, lot(3).remaining());
        assertEquals(0, lot(3).closesAt());
        happens(new LotResumed(3, 1_300, "by rule"));
        assertEquals("OPEN", lot(3).state());
        assertEquals(1_300, lot(3).closesAt());
        assertEquals(0, lot(3).remaining());
        assertEquals("", lot(3).note());
        happens(new LotSuspended(3, 100, "fault"));
        assertEquals("SUSPENDED", lot(3).state());
        assertEquals("fault", lot(3).note());
    }

    @Test
    void showsThatHoldersOfAPriorityAreAsked() {
        announce(3);
        happens(new LotOpened(3, 1, 900, new Money(200), "now"), bid(3, 200, 1));
        happens(new StageOpened(3, 1, StageKind.ASK, 7, new Money(200), 960));
        assertEquals("CLOSING", lot(3).state());
        assertEquals(960, lot(3).closesAt());
        happens(new LotPaused(3, PauseCause.OUTAGE, 20, ""));
        happens(new LotResumed(3, 1_300, "by rule"), new StageOpened(3, 1, StageKind.ASK, 7, new Money(200), 1_300));
        assertEquals("CLOSING", lot(3).state());
        assertEquals(1_300, lot(3).closesAt());
    }

    @Test
    void tellsWhoseStageRunsAndItsPriceToWhoeverLooksLater() {
        announce(3);
        happens(new LotOpened(3, 1, 900, new Money(200), "now"), bid(3, 200, 1));
        happens(new StageOpened(3, 1, StageKind.ASK, 7, new Money(200), 960));
        assertEquals("ASK", lot(3).stageKind());
        assertEquals(7, lot(3).stagePaddle());
        assertEquals(new Money(200), lot(3).stagePrice());
        happens(new LotOpened(3, 2, 1_900, new Money(200), "by rule"));
        assertEquals("", lot(3).stageKind());
        assertEquals(0, lot(3).stagePaddle());
        assertEquals(Money.ZERO, lot(3).stagePrice());
    }

    @Test
    void showsThePriceOfTheBestScoreWhileAPanelsFindingsAndRoundsGoOn() {
        announce(3);
        happens(new LotOpened(3, 1, 900, new Money(200), "now"));
        happens(new StageOpened(3, 1, StageKind.SCORING, 0, new Money(200), 960));
        assertEquals(960, lot(3).closesAt());
        happens(new BidderScored(3, 42, 2, 9_000, true, "5e".repeat(32)));
        happens(
                new OfferScored(3, 42, 2, 1, new Money(190), 9_000, 940_000),
                new OfferScored(3, 43, 1, 2, new Money(180), 8_000, 880_000));
        assertEquals(new Money(190), lot(3).price());
        assertEquals(2, lot(3).leader());
    }

    @Test
    void showsLotsThatEndWithoutASale() {
        announce(3);
        announce(4);
        happens(new LotPassed(3, PassCause.NO_BID, 0, 1_100));
        happens(new LotWithdrawn(4, "court order"));

        assertEquals(
                List.of("PASSED", "WITHDRAWN"),
                projection.lots().stream().map(LotView::state).toList());
        assertEquals(
                List.of("NO_BID", "court order"),
                projection.lots().stream().map(LotView::note).toList());
    }

    @Test
    void listsLotsAndRoadshowsByTheirNumbers() {
        announce(30);
        announce(4);
        happens(new RoadshowAnnounced(2, TITLE, List.of(30, 4), Duration.ZERO));
        happens(new RoadshowAnnounced(1, TITLE, List.of(4), Duration.ZERO));

        assertEquals(
                List.of(4, 30), projection.lots().stream().map(LotView::lot).toList());
        assertEquals(
                List.of(1, 2),
                projection.roadshows().stream().map(RoadshowView::roadshow).toList());
        assertTrue(projection.lot(5).isEmpty());
    }

    @Test
    void followsARoadshowToItsTurnover() {
        happens(new RoadshowAnnounced(2, TITLE, List.of(30, 4), Duration.ZERO));
        happens(new RoadshowStarted(2, "now"));
        assertEquals("RUNNING", projection.roadshows().get(0).state());
        happens(new RoadshowEnded(2, 1, 1, new Money(200)));
        assertEquals(
                new RoadshowView(2, TITLE, List.of(30, 4), "ENDED", 1, 1, new Money(200)),
                projection.roadshows().get(0));
    }

    @Test
    void refusesToGoBack() {
        announce(3);

        assertThrows(IllegalArgumentException.class, () -> projection.on(new Applied(2, 2, List.of())));
    }
}
