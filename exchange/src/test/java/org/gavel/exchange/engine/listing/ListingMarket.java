package org.gavel.exchange.engine.listing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.gavel.exchange.engine.MarketFixture;
import org.gavel.exchange.engine.rulebook.Law;
import org.gavel.protocol.command.Command;
import org.gavel.protocol.command.ConcludeAgreement;
import org.gavel.protocol.command.HoldDeposit;
import org.gavel.protocol.command.OfferPrice;
import org.gavel.protocol.command.QualifyBidder;
import org.gavel.protocol.command.RegisterIntention;
import org.gavel.protocol.command.ResumeListing;
import org.gavel.protocol.command.SuspendListing;
import org.gavel.protocol.event.CommandRejected;
import org.gavel.protocol.event.DepositHeld;
import org.gavel.protocol.event.DepositReleased;
import org.gavel.protocol.event.Event;
import org.gavel.protocol.event.ListingClosed;
import org.gavel.protocol.event.LotAwarded;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.SuspensionGround;

/** A venue on Monday, 2 March 2026 at 10:00 with every shipped pack and the year's calendar, and one listing in hand. */
final class ListingMarket {
    final MarketFixture market;

    ListingMarket() {
        this(Law.venue("2026-03-02T10:00"));
    }

    ListingMarket(MarketFixture venue) {
        market = venue;
    }

    ListingMarket at(String beijing) {
        market.atMicros(Law.at(beijing));
        return this;
    }

    /** Only the time passes. */
    ListingMarket tick(String beijing) {
        at(beijing).market.tick();
        return this;
    }

    ListingMarket announce(ListingPlan plan) {
        market.staff(plan.announcement());
        return this;
    }

    ListingMarket register(int participant, Money offer) {
        market.by(participant, new RegisterIntention(ListingPlan.LISTING, 0, offer, false));
        return this;
    }

    ListingMarket declare(int participant) {
        market.by(participant, new RegisterIntention(ListingPlan.LISTING, 0, Money.ZERO, true));
        return this;
    }

    ListingMarket qualify(int participant) {
        market.staff(new QualifyBidder(ListingPlan.LOT, participant, true, MarketFixture.REASON));
        return this;
    }

    ListingMarket refuse(int participant) {
        market.staff(new QualifyBidder(ListingPlan.LOT, participant, false, MarketFixture.REASON));
        return this;
    }

    ListingMarket hold(int participant) {
        market.by(participant, new HoldDeposit(ListingPlan.LOT, 0));
        return this;
    }

    /** Registered, qualified, the deposit held. */
    ListingMarket party(int participant, Money offer) {
        return register(participant, offer)
                .done()
                .qualify(participant)
                .done()
                .hold(participant)
                .done();
    }

    ListingMarket party(int participant) {
        return party(participant, Money.ZERO);
    }

    ListingMarket offer(int participant, Money amount) {
        market.by(participant, new OfferPrice(ListingPlan.LISTING, 0, amount));
        return this;
    }

    ListingMarket conclude() {
        market.approved(new ConcludeAgreement(ListingPlan.LISTING, MarketFixture.REASON));
        return this;
    }

    ListingMarket suspend() {
        market.staff(new SuspendListing(ListingPlan.LISTING, SuspensionGround.TITLE_DISPUTE, MarketFixture.REASON));
        return this;
    }

    ListingMarket resume() {
        market.staff(new ResumeListing(ListingPlan.LISTING, MarketFixture.REASON));
        return this;
    }

    ListingMarket staff(Command command) {
        market.staff(command);
        return this;
    }

    /** The last command was accepted. */
    ListingMarket done() {
        market.expectAccepted();
        return this;
    }

    /** The last command was refused with this and changed nothing. */
    ListingMarket refused(RejectReason reason, long detail) {
        assertEquals(reason, market.request().reason(), () -> market.last().toString());
        assertEquals(detail, market.request().detail(), reason::toString);
        assertEquals(1, market.events(CommandRejected.class).size());
        market.expectNothingChanged();
        return this;
    }

    ListingMarket refused(RejectReason reason) {
        return refused(reason, 0);
    }

    <E extends Event> E only(Class<E> kind) {
        List<E> events = market.events(kind);
        assertEquals(1, events.size(), () -> kind.getSimpleName() + " among " + market.last());
        return events.get(0);
    }

    ListingMarket expect(Event... events) {
        market.expect(events);
        return this;
    }

    /** The last command ended with this event. */
    ListingMarket expectLast(Event event) {
        List<Event> events = market.last();
        assertEquals(event, events.get(events.size() - 1), events::toString);
        return this;
    }

    ListingClosed closed() {
        return only(ListingClosed.class);
    }

    /** The last command sold the lot for this. */
    void sold(int winner, Money price) {
        LotAwarded award = only(LotAwarded.class);
        assertEquals(winner, award.winner());
        assertEquals(price, award.amount());
    }

    /** What is held of the participant, in fen: as the events of the whole history say. */
    long held(int participant) {
        long held = 0;
        for (Event event : market.history().stream().flatMap(List::stream).toList()) {
            if (event instanceof DepositHeld now && now.participant() == participant) {
                held += now.amount().fen();
            } else if (event instanceof DepositReleased later && later.participant() == participant) {
                held -= later.amount().fen();
            }
        }
        return held;
    }

    /** Another market to which the same is submitted has the same events and the same state. */
    void replaysEqual() {
        MarketFixture other = market.replayed();
        assertEquals(market.history(), other.history());
        assertArrayEquals(market.stateHash(), other.stateHash());
    }
}
