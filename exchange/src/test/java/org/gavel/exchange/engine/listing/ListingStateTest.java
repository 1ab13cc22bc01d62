package org.gavel.exchange.engine.listing;

import static org.gavel.exchange.engine.MarketFixture.ALICE;
import static org.gavel.exchange.engine.MarketFixture.REASON;
import static org.gavel.exchange.engine.MarketFixture.wan;
import static org.gavel.exchange.engine.listing.ListingPlan.LISTING;
import static org.gavel.exchange.engine.listing.ListingPlan.listing;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.gavel.protocol.command.TerminateListing;
import org.gavel.protocol.command.WithdrawListing;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.SoftClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every act on a listing is in the state's hash, for a market in which only the same time has passed is another. */
final class ListingStateTest {
    private static Arguments change(String name, Consumer<ListingMarket> before, Consumer<ListingMarket> act) {
        return Arguments.of(name, before, act);
    }

    static Stream<Arguments> acts() {
        Consumer<ListingMarket> nothing = m -> {};
        Consumer<ListingMarket> listed = m -> m.announce(listing());
        Consumer<ListingMarket> party = m -> m.announce(listing()).party(ALICE);
        Consumer<ListingMarket> due = party.andThen(m -> m.tick("2026-03-27T17:00"));
        return Stream.of(
                change("AnnounceListing", nothing, listed),
                change("RegisterIntention", listed, m -> m.register(ALICE, wan(50))),
                change("QualifyBidder", listed.andThen(m -> m.register(ALICE, Money.ZERO)), m -> m.qualify(ALICE)),
                change(
                        "HoldDeposit",
                        listed.andThen(m -> m.register(ALICE, Money.ZERO).qualify(ALICE)),
                        m -> m.hold(ALICE)),
                change("OfferPrice", party, m -> m.offer(ALICE, wan(60))),
                change(
                        "a quote",
                        m -> m.announce(listing().quotes(SoftClose.NONE)).party(ALICE),
                        m -> m.offer(ALICE, wan(60))),
                change("SuspendListing", listed, ListingMarket::suspend),
                change("ResumeListing", listed.andThen(ListingMarket::suspend), ListingMarket::resume),
                change("WithdrawListing", listed, m -> m.staff(new WithdrawListing(LISTING, REASON))),
                change("TerminateListing", party, m -> m.market.approved(new TerminateListing(LISTING, REASON))),
                change("ConcludeAgreement", due, ListingMarket::conclude));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("acts")
    void everyActLeavesATrace(String name, Consumer<ListingMarket> before, Consumer<ListingMarket> act) {
        ListingMarket changed = new ListingMarket();
        before.accept(changed);
        ListingMarket quiet = new ListingMarket();
        before.accept(quiet);
        act.accept(changed);
        quiet.market.tick();
        assertFalse(Arrays.equals(quiet.market.stateHash(), changed.market.stateHash()));
    }
}
