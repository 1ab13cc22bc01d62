package org.gavel.exchange.engine.listing;

import static org.gavel.exchange.engine.MarketFixture.ALICE;
import static org.gavel.exchange.engine.MarketFixture.BOB;
import static org.gavel.exchange.engine.listing.ListingPlan.LISTING;
import static org.gavel.exchange.engine.listing.ListingPlan.LOT;
import static org.gavel.exchange.engine.listing.ListingPlan.listing;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.gavel.exchange.engine.rulebook.Law;
import org.gavel.protocol.event.AgreementDue;
import org.gavel.protocol.event.ExtensionCause;
import org.gavel.protocol.event.IntentionTermMoved;
import org.gavel.protocol.event.ListingExtended;
import org.gavel.protocol.event.ListingOutcome;
import org.gavel.protocol.event.LotOpened;
import org.gavel.protocol.value.Day;
import org.gavel.protocol.value.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an outage does to a listing: it closes none, and takes from nobody the last of a term. */
final class ListingOutageTest {
    private final ListingMarket listings = new ListingMarket();

    @AfterEach
    void everyReplayIsEqual() {
        listings.replaysEqual();
    }

    private void out(String from, String to) {
        listings.at(from).market.nodeStops();
        listings.at(to).market.nodeStarts();
    }

    @Test
    void aDisclosureThatWouldHaveEndedMeanwhileEndsOnTheNextWorkingDay() {
        listings.announce(listing()).party(ALICE);
        out("2026-03-27T16:30", "2026-03-28T09:00");
        ListingExtended extended = listings.only(ListingExtended.class);
        assertEquals(ExtensionCause.OUTAGE, extended.cause());
        assertEquals(Day.parse("2026-03-30"), extended.lastDay());
        assertEquals(Law.at("2026-03-30T17:00"), extended.closesAt());
        listings.at("2026-03-30T16:00").party(BOB);
        listings.tick("2026-03-30T17:00");
        assertEquals(ListingOutcome.COMPETITION, listings.closed().outcome());
    }

    @Test
    void aDisclosureThatEndsLaterThatDayKeepsTheTimeItHad() {
        listings.announce(listing());
        out("2026-03-27T10:00", "2026-03-27T16:59");
        assertEquals(
                Law.at("2026-03-27T23:59"), listings.only(ListingExtended.class).closesAt());
        out("2026-03-27T23:58", "2026-03-28T23:58");
        assertEquals(
                Law.at("2026-03-30T17:00"), listings.only(ListingExtended.class).closesAt());
    }

    @Test
    void aDisclosureThatEndsOnALaterDayStays() {
        listings.announce(listing());
        out("2026-03-20T10:00", "2026-03-26T16:59");
        assertEquals(0, listings.market.events(ListingExtended.class).size());
        listings.tick("2026-03-27T17:00");
        assertEquals(ListingOutcome.NO_PARTY, listings.closed().outcome());
    }

    @Test
    void aDepositsTermThatEndedMeanwhileEndsOnTheNextWorkingDay() {
        listings.announce(listing()).register(ALICE, Money.ZERO).qualify(ALICE);
        out("2026-03-05T16:00", "2026-03-05T17:00");
        listings.only(IntentionTermMoved.class);
        assertEquals(
                new IntentionTermMoved(LISTING, LOT, ALICE, 1, Law.at("2026-03-06T17:00")),
                listings.only(IntentionTermMoved.class));
        listings.at("2026-03-06T16:59").hold(ALICE).done();
    }

    @Test
    void anAgreementCanStillBeConcludedAfterAnOutage() {
        listings.announce(listing()).party(ALICE);
        listings.tick("2026-03-27T17:00");
        out("2026-04-03T12:00", "2026-04-07T09:00");
        assertEquals(
                Law.at("2026-04-08T17:00"), listings.only(AgreementDue.class).until());
        listings.at("2026-04-08T10:00").conclude().done();
    }

    @Test
    void aCompetitionThatWasToOpenMeanwhileFollowsTheOutage() {
        listings.announce(listing().opensAt(java.time.Duration.ofHours(10)))
                .party(ALICE)
                .party(BOB);
        listings.tick("2026-03-27T17:00");
        out("2026-03-30T09:59", "2026-03-30T11:00");
        listings.tick("2026-03-30T11:00:10").only(LotOpened.class);
    }

    @Test
    void aSuspendedListingHasNothingToExtend() {
        listings.announce(listing()).suspend();
        out("2026-03-27T16:30", "2026-04-28T09:00");
        assertEquals(0, listings.market.events(ListingExtended.class).size());
    }
}
