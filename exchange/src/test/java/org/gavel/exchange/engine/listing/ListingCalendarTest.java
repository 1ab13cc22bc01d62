package org.gavel.exchange.engine.listing;

import static org.gavel.exchange.engine.MarketFixture.ALICE;
import static org.gavel.exchange.engine.MarketFixture.BOB;
import static org.gavel.exchange.engine.MarketFixture.REASON;
import static org.gavel.exchange.engine.listing.ListingPlan.listing;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.gavel.exchange.engine.Behaviour;
import org.gavel.exchange.engine.rulebook.Law;
import org.gavel.protocol.command.InstallCalendar;
import org.gavel.protocol.event.AgreementDue;
import org.gavel.protocol.event.DepositAsked;
import org.gavel.protocol.event.IntentionRegistered;
import org.gavel.protocol.event.IntentionTermMoved;
import org.gavel.protocol.event.ListingClosed;
import org.gavel.protocol.event.ListingExtended;
import org.gavel.protocol.event.ListingResumed;
import org.gavel.protocol.event.ListingSuspended;
import org.gavel.protocol.event.LotOpened;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.Day;
import org.gavel.protocol.value.HolidayCalendar;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.SourceMark;
import org.gavel.protocol.value.SuspensionCause;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The turn of the year: Friday, 1 January 2027 is a holiday, which nobody knows before its calendar is installed. */
class ListingCalendarTest {
    private static final InstallCalendar NEXT_YEAR = new InstallCalendar(
            new HolidayCalendar(2027, 1, List.of(Day.parse("2027-01-01")), List.of(), "test", SourceMark.P), REASON);

    private ListingMarket listings = new ListingMarket();

    @AfterEach
    void replaysToTheSame() {
        assertArrayEquals(
                listings.market.stateHash(), listings.market.replayed().stateHash());
    }

    private void standsStill() {
        ListingSuspended still = listings.only(ListingSuspended.class);
        assertEquals(SuspensionCause.CALENDAR, still.cause());
        assertTrue(still.reason().contains("2027"), still::toString);
    }

    @Test
    void nobodyRegistersForADecisionWhoseDayCannotBeCounted() {
        listings.at("2026-12-17T10:00").announce(listing().days(10)).done();
        listings.at("2026-12-28T10:00").register(ALICE, Money.ZERO).refused(RejectReason.CALENDAR_MISSING, 2027);
        listings.staff(NEXT_YEAR).done().register(ALICE, Money.ZERO).done();
        assertEquals(
                Law.at("2027-01-05T17:00"),
                listings.only(IntentionRegistered.class).decideBy());
    }

    @Test
    void anAgreementWhoseDaysCannotBeCountedStandsStillUntilTheyCan() {
        listings.at("2026-12-17T10:00").announce(listing().days(10)).party(ALICE);
        listings.tick("2026-12-30T17:00");
        standsStill();
        listings.at("2026-12-30T18:00").resume().refused(RejectReason.CALENDAR_MISSING, 2027);
        listings.at("2026-12-31T10:00").staff(NEXT_YEAR).done().resume().done();
        AgreementDue due = listings.only(AgreementDue.class);
        assertEquals(Law.at("2027-01-08T17:00"), due.until());
    }

    @Test
    void noCompetitionOpensOnAHolidayNobodyKnewOf() {
        listings.at("2026-12-18T10:00")
                .announce(listing().days(10).opensAt(Duration.ofHours(10)))
                .party(ALICE)
                .party(BOB);
        listings.tick("2026-12-31T17:00");
        standsStill();
        listings.staff(NEXT_YEAR).done().at("2026-12-31T18:00").resume().done();
        assertEquals(
                Law.at("2027-01-04T10:00"), listings.only(ListingClosed.class).opensAt());
        listings.tick("2027-01-01T10:00");
        assertEquals(List.of(), listings.market.events(LotOpened.class));
        listings.tick("2027-01-04T10:00");
        listings.only(LotOpened.class);
    }

    /** Until Thursday, 31 December, the last day that can be counted. */
    private ListingMarket announcedUntilTheTurn() {
        return listings.at("2026-12-04T10:00")
                .announce(listing().days(20).silenceQualifies())
                .done();
    }

    @Test
    void silenceGrantsNothingWhoseDepositTermCannotBeCounted() {
        announcedUntilTheTurn();
        listings.at("2026-12-24T10:00").register(ALICE, Money.ZERO).done();
        listings.tick("2026-12-31T17:00");
        standsStill();
        assertEquals(List.of(), listings.market.events(DepositAsked.class));
        listings.staff(NEXT_YEAR).done().at("2026-12-31T18:00").resume().done();
        listings.tick("2027-01-08T17:00");
        assertEquals(
                Law.at("2027-01-13T17:00"), listings.only(DepositAsked.class).payBy());
    }

    @Test
    void aDisclosureThatStoodStillForTheTermOfOnePartyGoesOn() {
        announcedUntilTheTurn();
        listings.at("2026-12-23T10:00").register(ALICE, Money.ZERO).done();
        listings.tick("2026-12-30T17:00");
        standsStill();
        listings.staff(NEXT_YEAR).done().at("2026-12-31T10:00").resume().done();
        assertEquals(
                Law.at("2027-01-04T17:00"), listings.only(ListingResumed.class).closesAt());
        listings.register(BOB, Money.ZERO).done();
    }

    @Test
    void nothingGoesOnWhoseTermsCannotBeCountedThoughTheDisclosureCan() {
        announcedUntilTheTurn();
        listings.at("2026-12-24T10:00").register(ALICE, Money.ZERO).done();
        listings.at("2026-12-29T10:00").suspend().done().resume().refused(RejectReason.CALENDAR_MISSING, 2027);
        listings.staff(NEXT_YEAR).done().resume().done();
        assertEquals(
                Law.at("2027-01-06T17:00"),
                listings.only(IntentionTermMoved.class).until());
    }

    @Test
    void anOutageThatNeedsADayNobodyKnowsSuspendsAndAShorterOneDoesNot() {
        announcedUntilTheTurn();
        listings.at("2026-12-31T10:00").market.nodeStops();
        listings.at("2026-12-31T10:01").market.nodeStarts();
        assertEquals(
                Law.at("2026-12-31T17:01"), listings.only(ListingExtended.class).closesAt());
        listings.at("2026-12-31T16:00").market.nodeStops();
        listings.at("2026-12-31T18:00").market.nodeStarts();
        standsStill();
        assertEquals(List.of(), listings.market.events(ListingExtended.class));
        listings.staff(NEXT_YEAR).done().resume().done();
        assertEquals(
                Law.at("2027-01-04T17:00"), listings.only(ListingResumed.class).closesAt());
    }

    /** Journals of the first behaviour replay as they were. */
    @Test
    void theFirstBehaviourCountedOn() {
        listings = new ListingMarket(Law.venue("2026-12-17T10:00", Behaviour.FIRST));
        listings.announce(listing().days(10)).party(ALICE);
        listings.tick("2026-12-30T17:00");
        assertEquals(
                Law.at("2027-01-06T17:00"), listings.only(AgreementDue.class).until());
    }
}
