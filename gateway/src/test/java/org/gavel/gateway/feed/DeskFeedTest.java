package org.gavel.gateway.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.gavel.gateway.ListFeed;
import org.gavel.gateway.Story;
import org.gavel.gateway.feed.ChannelName.Kind;
import org.gavel.protocol.codec.json.JsonCodec;
import org.gavel.protocol.event.ApplicationReceived;
import org.gavel.protocol.event.DealEnd;
import org.gavel.protocol.event.DealEnded;
import org.gavel.protocol.event.Event;
import org.gavel.protocol.event.IntentionRegistered;
import org.gavel.protocol.event.InterestTold;
import org.gavel.protocol.event.ListingQuoted;
import org.gavel.protocol.event.MaximumPlaced;
import org.gavel.protocol.event.ObjectionDecided;
import org.gavel.protocol.event.ObjectionRaised;
import org.gavel.protocol.event.OfferMade;
import org.gavel.protocol.event.OfferMatched;
import org.gavel.protocol.event.OfferReceived;
import org.gavel.protocol.event.OfferWithdrawn;
import org.gavel.protocol.event.PartyMarked;
import org.gavel.protocol.event.QualificationDecided;
import org.gavel.protocol.value.ExclusionCause;
import org.gavel.protocol.value.Money;
import org.junit.jupiter.api.Test;

/** What the venue's staff are told of whom they decide on, and what they are not. */
class DeskFeedTest {
    private static final int LOT = 7;
    private static final int ALICE = 12;
    private static final int BOB = 13;
    private static final int OWNER = 9;
    private static final String FILE = "ab".repeat(32);

    private final ListFeed feed = new ListFeed().add(Story.venue());
    private final FeedHub hub = new FeedHub();
    private final Cursor desk;

    DeskFeedTest() {
        feed.history().forEach(hub::on);
        happens(Story.announced(LOT));
        desk = hub.attach(new ChannelName(Kind.DESK, LOT), "", 0, 0).cursor();
    }

    private void happens(Event... events) {
        feed.add(events);
        hub.on(feed.last());
    }

    private List<ObjectNode> told() {
        List<ObjectNode> told = new ArrayList<>();
        while (desk.hasNext()) {
            told.add(JsonCodec.parse(desk.take()));
        }
        return told;
    }

    private JsonNode snapshot(ChannelName name) {
        return JsonCodec.parse(hub.attach(name, "", 0, 0).snapshot());
    }

    private JsonNode onDesk() {
        return snapshot(new ChannelName(Kind.DESK, LOT));
    }

    private JsonNode offersOf(int participant) {
        return snapshot(new ChannelName(Kind.ME, participant))
                .path("entries")
                .path(0)
                .path("offers");
    }

    private void intends(int participant, int number) {
        happens(
                new ApplicationReceived(LOT, participant),
                new IntentionRegistered(3, LOT, participant, number, new Money(5_000), number == 2, 900));
    }

    @Test
    void areToldWhoIntendsToBuyAndWhoObjectsAndWhy() {
        intends(ALICE, 1);
        happens(new ObjectionRaised(LOT, 0, 1, "an invention of my own", 950));
        List<ObjectNode> told = told();
        assertEquals(
                List.of("ApplicationReceived", "IntentionRegistered", "ObjectionRaised"),
                told.stream().map(each -> each.get("event").textValue()).toList());
        assertEquals("desk.7", told.get(0).get("ch").textValue());
        assertEquals(ALICE, told.get(1).get("participant").intValue());
        assertEquals("an invention of my own", told.get(2).get("grounds").textValue());
        assertEquals(0, told.get(2).get("objector").intValue());
    }

    @Test
    void areNotToldWhatOnlyTheEngineMayKnow() {
        happens(Story.credited(ALICE, 50_000), new MaximumPlaced(LOT, ALICE, true));
        happens(Story.held(LOT, ALICE), Story.bid(LOT, ALICE, 1));
        assertEquals(List.of(), told());
        assertEquals(0, onDesk().get("parties").size());
    }

    @Test
    void comingLateSeeEveryPartyAsItStands() {
        intends(ALICE, 1);
        intends(BOB, 2);
        happens(new QualificationDecided(LOT, ALICE, true, "papers complete"));
        happens(new QualificationDecided(LOT, BOB, false, "no licence to export"));
        happens(new PartyMarked(LOT, BOB, ExclusionCause.RELATED_PARTY, true, "declared"));
        JsonNode parties = onDesk().get("parties");
        assertEquals(2, parties.size());
        JsonNode alice = parties.get(0);
        assertEquals(ALICE, alice.get("participant").intValue());
        assertEquals("QUALIFIED", alice.get("application").textValue());
        assertEquals(1, alice.get("intention").get("number").intValue());
        JsonNode bob = parties.get(1);
        assertEquals("REFUSED", bob.get("application").textValue());
        assertEquals("no licence to export", bob.get("reason").textValue());
        assertEquals("RELATED_PARTY", bob.get("mark").textValue());
        assertEquals(true, bob.get("intention").get("related").booleanValue());
    }

    /** Everybody sees the quote and its paddle. */
    @Test
    void areNotToldWhoGaveWhichQuote() {
        intends(ALICE, 1);
        told();
        Money quote = new Money(6_100);
        happens(new ListingQuoted(3, LOT, ALICE, 2, quote, 1, 2, quote, 900));
        assertEquals(List.of(), told());
        JsonNode seen = onDesk().get("parties").get(0).get("intention");
        JsonNode own = snapshot(new ChannelName(Kind.ME, ALICE))
                .path("entries")
                .path(0)
                .path("intention");
        assertEquals("5000", seen.get("offer").textValue());
        assertEquals("6100", own.get("offer").textValue());
    }

    @Test
    void seeObjectionsUntilTheyAreDecidedOrTheDealIsOver() {
        happens(new ObjectionRaised(LOT, ALICE, 1, "mine", 0), new ObjectionRaised(LOT, BOB, 2, "ours", 0));
        assertEquals(2, onDesk().get("objections").size());
        happens(new ObjectionDecided(LOT, 1, false, 1, "not proved"));
        JsonNode open = onDesk().get("objections");
        assertEquals(1, open.size());
        assertEquals("ours", open.get(0).get("grounds").textValue());
        assertEquals(BOB, open.get(0).get("objector").intValue());
        happens(new DealEnded(LOT, DealEnd.TIME_OVER, ""));
        assertEquals(0, onDesk().get("objections").size());
        assertFalse(
                snapshot(new ChannelName(Kind.ME, BOB)).path("entries").path(0).has("objection"));
    }

    @Test
    void aNeedsOwnerAndItsSuppliersSeeTheirOffersAnewAndNobodyElses() {
        happens(
                new OfferMade(LOT, ALICE, 1, new Money(70), FILE),
                new OfferReceived(LOT, OWNER, 1, new Money(70), FILE));
        happens(new OfferMade(LOT, BOB, 2, Money.ZERO, FILE), new OfferReceived(LOT, OWNER, 2, Money.ZERO, FILE));
        happens(new InterestTold(LOT, OWNER, 1, true));
        JsonNode owners = offersOf(OWNER);
        assertEquals(2, owners.size());
        assertEquals("70", owners.get(0).get("price").textValue());
        assertEquals(true, owners.get(0).get("interested").booleanValue());
        assertEquals(0, owners.get(0).get("other").intValue());
        assertFalse(owners.get(0).get("own").booleanValue());
        assertEquals(1, offersOf(ALICE).size());
        assertFalse(offersOf(ALICE).get(0).get("interested").booleanValue());

        happens(new InterestTold(LOT, ALICE, 1, true));
        happens(new OfferMatched(LOT, OWNER, 1, ALICE), new OfferMatched(LOT, ALICE, 1, OWNER));
        assertEquals(ALICE, offersOf(OWNER).get(0).get("other").intValue());
        assertEquals(OWNER, offersOf(ALICE).get(0).get("other").intValue());
        happens(new OfferWithdrawn(LOT, BOB, 2), new OfferWithdrawn(LOT, OWNER, 2));
        assertEquals(1, offersOf(OWNER).size());
        assertEquals(0, offersOf(BOB).size());
    }

    @Test
    void theSnapshotOfADeskIsBoundedAndSaysSo() {
        Stream.iterate(1, number -> number + 1)
                .limit(AccountBook.MOST_PARTIES + 1L)
                .forEach(number -> happens(new ApplicationReceived(LOT, 100 + number)));
        assertFalse(onDesk().get("complete").booleanValue());
        assertEquals(AccountBook.MOST_PARTIES, onDesk().get("parties").size());
    }
}
