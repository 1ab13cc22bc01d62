package org.gavel.gateway.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.gavel.gateway.ListFeed;
import org.gavel.gateway.Story;
import org.gavel.protocol.codec.json.JsonCodec;
import org.gavel.protocol.event.DealAnnounced;
import org.gavel.protocol.event.DealPublished;
import org.gavel.protocol.event.DepositCredited;
import org.gavel.protocol.event.DepositHeld;
import org.gavel.protocol.event.DepositReleased;
import org.gavel.protocol.event.Event;
import org.gavel.protocol.event.InterestTold;
import org.gavel.protocol.event.LotPassed;
import org.gavel.protocol.event.ObjectionDecided;
import org.gavel.protocol.event.ObjectionRaised;
import org.gavel.protocol.event.ObjectionWithdrawn;
import org.gavel.protocol.event.OfferMade;
import org.gavel.protocol.event.OfferReceived;
import org.gavel.protocol.event.PassCause;
import org.gavel.protocol.event.PledgeMade;
import org.gavel.protocol.event.PledgeWithdrawn;
import org.gavel.protocol.event.RelationMarked;
import org.gavel.protocol.value.Admission;
import org.gavel.protocol.value.JointPurchaseTerms;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.NegotiatedTerms;
import org.gavel.protocol.value.OverSubscription;
import org.gavel.protocol.value.PublicityPlace;
import org.gavel.protocol.value.PublicityTerms;
import org.gavel.protocol.value.SellerCategory;
import org.gavel.protocol.value.Title;
import org.gavel.protocol.value.TransferMode;
import org.junit.jupiter.api.Test;

/** Who sees what of a deal ({@code docs/deals.md}). */
class DealFeedTest {
    private static final Title TITLE = new Title("", "Deal");
    private static final ChannelName LOTS = ChannelName.all(ChannelName.Kind.LOTS);
    private static final String FILE = "ab".repeat(32);

    private final ListFeed feed = new ListFeed().add(Story.venue());
    private final FeedHub hub = new FeedHub();
    private final Cursor lots;
    private final Cursor seven;
    private final Cursor nine;

    DealFeedTest() {
        feed.history().forEach(hub::on);
        lots = hub.attach(LOTS, "", 0, 0).cursor();
        seven = hub.attach(new ChannelName(ChannelName.Kind.ME, 7), "", 0, 0).cursor();
        nine = hub.attach(new ChannelName(ChannelName.Kind.ME, 9), "", 0, 0).cursor();
    }

    private void happens(Event... events) {
        feed.add(events);
        hub.on(feed.last());
    }

    private static List<ObjectNode> rest(Cursor cursor) {
        List<ObjectNode> rest = new ArrayList<>();
        while (cursor.hasNext()) {
            rest.add(JsonCodec.parse(cursor.take()));
        }
        return rest;
    }

    private static DealAnnounced pool() {
        JointPurchaseTerms terms = new JointPurchaseTerms(10, new Money(100), 0, 9_000_000, OverSubscription.PRO_RATA);
        return new DealAnnounced(
                10,
                TITLE,
                9,
                0,
                SellerCategory.PRIVATE,
                "PRIVATE_SALE",
                terms,
                9_000_000,
                Duration.ZERO,
                Admission.OPEN);
    }

    @Test
    void theAgreedBuyerAndTheObjectorAreNobodysBusiness() {
        PublicityTerms publicity = new PublicityTerms(15, "It.", false, "In writing.", 0);
        NegotiatedTerms terms = new NegotiatedTerms(new Money(9), TransferMode.TRANSFER, publicity, 0, 0);
        happens(new DealAnnounced(
                12, TITLE, 9, 7, SellerCategory.PRIVATE, "PRIVATE_SALE", terms, 0, Duration.ZERO, Admission.OPEN));
        happens(new ObjectionRaised(12, 9, 1, "mine", 0));
        List<ObjectNode> all = rest(lots);
        assertFalse(all.get(0).has("buyer"));
        assertFalse(all.get(1).has("objector") || all.get(1).has("grounds"));
        assertEquals(7, rest(seven).get(0).get("buyer").intValue());
        assertEquals("mine", rest(nine).get(0).get("grounds").textValue());
    }

    @Test
    void offersAndInterestReachOnlyThoseTheyAreToldTo() {
        happens(new OfferMade(11, 7, 1, new Money(5), FILE), new OfferReceived(11, 9, 1, new Money(5), FILE));
        happens(new InterestTold(11, 9, 1, true));
        happens(new RelationMarked(7, 9, true, "spouse"));
        assertEquals(List.of(), rest(lots));
        assertEquals(1, rest(seven).size());
        List<ObjectNode> owners = rest(nine);
        assertEquals(2, owners.size());
        assertFalse(owners.get(0).toString().contains("\"participant\":7"));
    }

    @Test
    void aLateSubscriberGetsDealsAsTheyStand() {
        happens(pool(), new PledgeMade(10, 7, 1, 4, 4));
        ObjectNode market = JsonCodec.parse(hub.market(0));
        assertEquals(4, market.get("deals").get(0).get("pledged").intValue());
        assertFalse(market.toString().contains("\"participant\":7"));
        String alone =
                hub.attach(new ChannelName(ChannelName.Kind.LOT, 10), "", 0, 0).snapshot();
        assertEquals("OFFERED", JsonCodec.parse(alone).get("deal").get("state").textValue());
        happens(new LotPassed(10, PassCause.TARGET_MISSED, 1, 9_000_000));
        assertEquals("PASSED", hub.views().deal(10).orElseThrow().state());
        assertEquals(0, hub.views().lots().size());
    }

    @Test
    void whatIsReleasedInPartStaysHeldForTheRest() {
        happens(new DepositCredited(7, new Money(1_000), new Money(1_000), "bank"));
        happens(new DepositHeld(10, 7, 1, new Money(500)), new DepositReleased(10, 7, new Money(200)));
        ObjectNode account = JsonCodec.parse(
                hub.attach(new ChannelName(ChannelName.Kind.ME, 7), "", 0, 0).snapshot());
        assertEquals("700", account.get("free").textValue());
        assertEquals("300", account.get("deposits").get(0).get("amount").textValue());
    }

    @Test
    void aMarketWithoutDealsSaysNothingOfThem() {
        assertFalse(JsonCodec.parse(hub.market(0)).has("deals"));
    }

    private static String own(FeedHub hub, int participant) {
        String text = hub.attach(new ChannelName(ChannelName.Kind.ME, participant), "", 0, 0)
                .snapshot();
        ObjectNode tree = JsonCodec.parse(text);
        return tree.path("entries").path(0).path("pledge").asInt() + " "
                + tree.path("entries").path(0).path("objection").asInt();
    }

    /** A page that was loaded anew can still withdraw them. */
    @Test
    void aPledgeAndAnObjectionAreToldTheirOwnerAnewUntilTheyAreOver() {
        happens(pool());
        happens(new PledgeMade(10, 7, 1, 6, 6));
        assertEquals("6 0", own(hub, 7));
        happens(new PledgeWithdrawn(10, 7, 1, 6, 0));
        happens(new ObjectionRaised(10, 7, 1, "mine", 0), new ObjectionRaised(10, 9, 2, "ours", 0));
        assertEquals("0 1", own(hub, 7));
        assertEquals("0 2", own(hub, 9));
        happens(new ObjectionDecided(10, 1, false, 1, "no promise"));
        happens(new ObjectionWithdrawn(10, 9, 2, 0));
        assertEquals("0 0", own(hub, 7));
        assertEquals("0 0", own(hub, 9));
    }

    /** Objections are taken from the first publication on; whoever comes later must see that there was one. */
    @Test
    void whereADealIsPublicIsToldAnew() {
        happens(pool());
        assertFalse(hub.market(0).contains("notices"));
        happens(new DealPublished(10, PublicityPlace.UNIT, "notice 2026-31"));
        happens(new DealPublished(10, PublicityPlace.VENUE, "page 4"));
        assertEquals(
                "[{\"place\":\"UNIT\",\"reference\":\"notice 2026-31\"},{\"place\":\"VENUE\",\"reference\":\"page 4\"}]",
                JsonCodec.parse(hub.market(0))
                        .path("deals")
                        .path(0)
                        .path("notices")
                        .toString());
    }
}
