package org.gavel.gateway.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import org.gavel.gateway.ListFeed;
import org.gavel.gateway.Story;
import org.gavel.protocol.codec.json.JsonCodec;
import org.gavel.protocol.event.AgreementDue;
import org.gavel.protocol.event.ApplicationReceived;
import org.gavel.protocol.event.DepositAsked;
import org.gavel.protocol.event.DepositHeld;
import org.gavel.protocol.event.DisclosureEnded;
import org.gavel.protocol.event.Event;
import org.gavel.protocol.event.ExtensionCause;
import org.gavel.protocol.event.IntentionLapsed;
import org.gavel.protocol.event.IntentionRegistered;
import org.gavel.protocol.event.IntentionTermMoved;
import org.gavel.protocol.event.LapseCause;
import org.gavel.protocol.event.ListingAnnounced;
import org.gavel.protocol.event.ListingClosed;
import org.gavel.protocol.event.ListingExtended;
import org.gavel.protocol.event.ListingOutcome;
import org.gavel.protocol.event.ListingQuoted;
import org.gavel.protocol.event.ListingResumed;
import org.gavel.protocol.event.ListingSuspended;
import org.gavel.protocol.event.PriceOffered;
import org.gavel.protocol.event.QualificationDecided;
import org.gavel.protocol.value.Day;
import org.gavel.protocol.value.ListingTerms;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.SuspensionCause;
import org.junit.jupiter.api.Test;

/** Whoever comes late to a listing is shown it as whoever has followed it from the start. */
class ListingFeedTest {
    private static final int LOT = 7;
    private static final int ALICE = 12;
    private static final Money PRICE = new Money(4_400);

    private final ListFeed feed = new ListFeed().add(Story.venue());
    private final FeedHub hub = new FeedHub();

    ListingFeedTest() {
        feed.history().forEach(hub::on);
        happens(Story.announced(LOT));
    }

    private void happens(Event... events) {
        feed.add(events);
        hub.on(feed.last());
    }

    private void listed() {
        ListingTerms terms = new ListingTerms(20, null, null, 0, false, 0, 0, null);
        happens(new ListingAnnounced(3, LOT, PRICE, terms, new Day(20), 900));
    }

    private JsonNode market() {
        return JsonCodec.parse(hub.market(0));
    }

    private JsonNode listing() {
        return market().path("listings").path(0);
    }

    private void shows(String state, long closesAt) {
        assertEquals(state, listing().path("state").asText());
        assertEquals(closesAt, listing().path("closesAt").asLong());
    }

    private JsonNode intention() {
        String text = hub.attach(new ChannelName(ChannelName.Kind.ME, ALICE), "", 0, 0)
                .snapshot();
        return JsonCodec.parse(text).path("entries").path(0).path("intention");
    }

    @Test
    void isInTheSnapshotsOfAllLotsAndOfItsOwnWhereThereIsOne() {
        assertFalse(market().has("listings"));
        listed();
        assertEquals(3, listing().path("listing").asInt());
        assertEquals("4400", listing().path("listPrice").asText());
        assertEquals(20, listing().path("terms").path("days").asInt());
        shows("DISCLOSING", 900);
        String lot =
                hub.attach(new ChannelName(ChannelName.Kind.LOT, LOT), "", 0, 0).snapshot();
        assertEquals(listing(), JsonCodec.parse(lot).path("listing"));
    }

    @Test
    void followsADisclosureThroughQuotesExtensionsAndAStandstill() {
        listed();
        happens(new ListingQuoted(3, LOT, ALICE, 2, new Money(5_000), 1, 2, new Money(5_000), 900));
        assertEquals(2, listing().path("paddle").asInt());
        assertEquals("5000", listing().path("price").asText());
        assertEquals(1, listing().path("quotes").asInt());
        happens(new ListingExtended(3, LOT, 1, new Day(25), 1_200, ExtensionCause.CYCLE));
        shows("DISCLOSING", 1_200);
        assertEquals(1, listing().path("cycle").asInt());
        happens(new ListingSuspended(3, LOT, SuspensionCause.LEAK, 4, "a leak"));
        shows("SUSPENDED", 0);
        assertEquals("a leak", listing().path("note").asText());
        happens(new ListingResumed(3, LOT, new Day(30), 1_500, "mended"));
        shows("DISCLOSING", 1_500);
        assertEquals("", listing().path("note").asText());
    }

    @Test
    void followsItFromTheEndOfTheDisclosureToItsOutcome() {
        listed();
        happens(new DisclosureEnded(3, LOT, 900));
        shows("CONFIRMING", 0);
        happens(new ListingSuspended(3, LOT, SuspensionCause.AUTHORITY, 0, "asked"));
        happens(new ListingResumed(3, LOT, new Day(30), 0, "answered"));
        shows("CONFIRMING", 0);
        happens(new AgreementDue(3, LOT, ALICE, 1, PRICE, 2_000));
        shows("AGREEING", 2_000);
        assertEquals("4400", listing().path("price").asText());
        happens(new ListingClosed(3, LOT, ListingOutcome.COMPETITION, 2, 2_100, 2_000, ""));
        shows("COMPETITION", 2_100);
        assertEquals(2, listing().path("parties").asInt());
    }

    @Test
    void aPartyIsToldTheirPlaceAndTermAnewAndNobodyElseIs() {
        listed();
        happens(
                new ApplicationReceived(LOT, ALICE),
                new IntentionRegistered(3, LOT, ALICE, 4, new Money(4_500), false, 500));
        assertEquals(4, intention().path("number").asInt());
        assertEquals("4500", intention().path("offer").asText());
        assertEquals(500, intention().path("until").asLong());
        happens(new QualificationDecided(LOT, ALICE, true, ""), new DepositAsked(3, LOT, ALICE, 4, 600, false));
        assertEquals(600, intention().path("until").asLong());
        happens(new IntentionTermMoved(3, LOT, ALICE, 4, 700), new PriceOffered(3, LOT, ALICE, new Money(4_600)));
        assertEquals(700, intention().path("until").asLong());
        assertEquals("4600", intention().path("offer").asText());
        happens(new DepositHeld(LOT, ALICE, 1, new Money(50)));
        assertEquals(0, intention().path("until").asLong());
        happens(new ListingQuoted(3, LOT, ALICE, 1, new Money(5_000), 1, 1, new Money(5_000), 900));
        assertEquals("5000", intention().path("offer").asText());
        happens(new IntentionLapsed(3, LOT, ALICE, 4, LapseCause.DEPOSIT_LATE));
        assertEquals(true, intention().path("lapsed").asBoolean());
        assertFalse(hub.market(0).contains("4500"));
    }
}
