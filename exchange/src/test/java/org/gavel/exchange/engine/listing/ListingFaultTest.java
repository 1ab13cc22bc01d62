package org.gavel.exchange.engine.listing;

import static org.gavel.exchange.engine.MarketFixture.ALICE;
import static org.gavel.exchange.engine.MarketFixture.BOB;
import static org.gavel.exchange.engine.MarketFixture.REASON;
import static org.gavel.exchange.engine.listing.ListingPlan.LISTING;
import static org.gavel.exchange.engine.listing.ListingPlan.LOT;
import static org.gavel.exchange.engine.listing.ListingPlan.listing;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.gavel.exchange.engine.EventList;
import org.gavel.exchange.engine.KnownMechanisms;
import org.gavel.exchange.engine.LotPlan;
import org.gavel.exchange.engine.MarketFixture;
import org.gavel.exchange.engine.Poison;
import org.gavel.exchange.engine.Request;
import org.gavel.exchange.engine.account.Accounts;
import org.gavel.exchange.engine.auction.Mechanisms;
import org.gavel.exchange.engine.lot.AnnouncementDesk;
import org.gavel.exchange.engine.lot.Lot;
import org.gavel.exchange.engine.lot.LotCourse;
import org.gavel.exchange.engine.lot.Lots;
import org.gavel.exchange.engine.rulebook.Law;
import org.gavel.exchange.engine.rulebook.Rulebooks;
import org.gavel.exchange.engine.rulebook.Sales;
import org.gavel.exchange.engine.timer.TimerQueue;
import org.gavel.protocol.command.AnnounceListing;
import org.gavel.protocol.command.HoldDeposit;
import org.gavel.protocol.command.InstallCalendar;
import org.gavel.protocol.command.QualifyBidder;
import org.gavel.protocol.command.RegisterIntention;
import org.gavel.protocol.event.ListingClosed;
import org.gavel.protocol.event.ListingSuspended;
import org.gavel.protocol.event.LotOpened;
import org.gavel.protocol.event.LotSuspended;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.Channel;
import org.gavel.protocol.value.Day;
import org.gavel.protocol.value.HolidayCalendar;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.Role;
import org.gavel.protocol.value.SourceMark;
import org.gavel.protocol.value.SuspensionCause;
import org.junit.jupiter.api.Test;

/** A fault stays in its listing, or in the lot a listing has handed over. */
final class ListingFaultTest {
    /** A market on 1 March 2027, as the fixture's own epoch lies in January, and a listing of faulty phases. */
    private static MarketFixture listed(Mechanisms mechanisms) {
        MarketFixture market = MarketFixture.venue(mechanisms).atMicros(Law.at("2027-03-01T10:00"));
        HolidayCalendar calendar = new HolidayCalendar(2027, 1, List.of(), List.of(), "test", SourceMark.P);
        market.staff(new InstallCalendar(calendar, REASON)).expectAccepted();
        return market.staff(
                listing().price(Poison.START).lot(LotPlan.lot(LOT).lasts(3_600)).announcement());
    }

    private static void party(MarketFixture market, int participant) {
        market.by(participant, new RegisterIntention(LISTING, 0, Money.ZERO, false));
        market.staff(new QualifyBidder(LOT, participant, true, REASON));
        market.by(participant, new HoldDeposit(LOT, 0)).expectAccepted();
    }

    @Test
    void anAnnouncementThatFailsChangesNothing() {
        MarketFixture market = listed(terms -> {
            throw new IllegalStateException("no such mechanism");
        });
        assertEquals(RejectReason.INTERNAL, market.request().reason());
        market.expectNothingChanged();
    }

    @Test
    void aCompetitionThatCannotOpenSuspendsItsLotAndOpensWhenItIsResumed() {
        MarketFixture market = listed(Poison.at(Poison.Point.OPEN));
        party(market, ALICE);
        party(market, BOB);
        market.atMicros(Law.at("2027-03-26T17:00")).tick();
        assertEquals(2, market.events(ListingClosed.class).get(0).parties());
        assertEquals(1, market.events(LotSuspended.class).size());
        assertEquals(0, market.events(LotOpened.class).size());
        assertArrayEquals(market.replayed().stateHash(), market.stateHash());
    }

    @Test
    void aFaultSuspendsTheListingOnceAndLeavesItsLotAlone() {
        AnnounceListing asked = listing().announcement();
        Accounts accounts = new Accounts();
        accounts.register(MarketFixture.SELLER, "");
        TimerQueue timers = new TimerQueue();
        Rulebooks rulebooks = new Rulebooks();
        Lots lots = new Lots(KnownMechanisms.ALL, accounts);
        long now = Law.at("2026-03-02T10:00");
        Request request = new Request().begin(1, now, 0, 0, 0).from(Role.OPERATOR, Channel.CONSOLE);
        Lot lot = new AnnouncementDesk(accounts, lots, timers, new Sales(rulebooks)).prepare(request, asked.lot());
        Listing listing = new Listing(asked, lot, Day.at(now), Day.at(now).plus(20), 0);
        ListingCourse course = new ListingCourse(timers, accounts, rulebooks, new LotCourse(accounts, timers));
        course.plan(listing);
        EventList out = new EventList();

        course.fault(listing, now, REASON, out);
        course.fault(listing, now, REASON, out);

        assertEquals(List.of(new ListingSuspended(LISTING, LOT, SuspensionCause.FAULT, 20, REASON)), out.take());
        assertEquals(TimerQueue.NEVER, timers.nextDue());
    }
}
