package org.gavel.gateway.feed;

import static org.gavel.gateway.Story.awarded;
import static org.gavel.gateway.Story.bid;
import static org.gavel.gateway.Story.credited;
import static org.gavel.gateway.Story.held;
import static org.gavel.gateway.Story.opened;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.gavel.exchange.api.Applied;
import org.gavel.gateway.ListFeed;
import org.gavel.gateway.Story;
import org.gavel.protocol.codec.json.JsonCodec;
import org.gavel.protocol.event.AdmissionDecided;
import org.gavel.protocol.event.ApplicationReceived;
import org.gavel.protocol.event.BidAccepted;
import org.gavel.protocol.event.BidBeaten;
import org.gavel.protocol.event.CommandRejected;
import org.gavel.protocol.event.Event;
import org.gavel.protocol.event.InquiryAnswered;
import org.gavel.protocol.event.LicenceRecorded;
import org.gavel.protocol.event.ParticipantDescribed;
import org.gavel.protocol.event.PartyMarked;
import org.gavel.protocol.event.PriorityExercised;
import org.gavel.protocol.event.PriorityGranted;
import org.gavel.protocol.event.PriorityWaived;
import org.gavel.protocol.event.QualificationDecided;
import org.gavel.protocol.event.RelatedPartyDisclosed;
import org.gavel.protocol.reject.InvalidValue;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.AdmissionState;
import org.gavel.protocol.value.ClientId;
import org.gavel.protocol.value.ExclusionCause;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.Residence;
import org.junit.jupiter.api.Test;

class FeedHubTest {
    private static final ChannelName LOTS = ChannelName.all(ChannelName.Kind.LOTS);
    private static final ChannelName LOT_1 = new ChannelName(ChannelName.Kind.LOT, 1);
    private static final ChannelName ME_7 = new ChannelName(ChannelName.Kind.ME, 7);

    private final ListFeed feed =
            new ListFeed().add(Story.venue()).add(Story.announced(1)).add(opened(1));
    private final FeedHub hub = hub(feed.history());

    private static FeedHub hub(List<Applied> history) {
        FeedHub hub = new FeedHub();
        history.forEach(hub::on);
        return hub;
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

    private static List<Long> numbers(List<ObjectNode> pushes) {
        return pushes.stream().map(push -> push.get("sq").longValue()).toList();
    }

    @Test
    void numbersEachChannelFromOneWithoutGap() {
        Cursor lots = hub.attach(LOTS, hub.attach(LOTS, "", 0, 0).epoch(), 1, 0).cursor();
        happens(bid(1, 7, 1));
        happens(bid(1, 8, 2));

        assertEquals(List.of(1L, 2L, 3L, 4L, 5L), numbers(rest(lots)));
        assertEquals(4, hub.attach(LOT_1, "", 0, 0).sq());
    }

    @Test
    void showsOnlyTheHolderWhosePriorityItIs() {
        Cursor all = hub.attach(LOT_1, "", 0, 0).cursor();
        Cursor mine = hub.attach(ME_7, "", 0, 0).cursor();
        Cursor others =
                hub.attach(new ChannelName(ChannelName.Kind.ME, 8), "", 0, 0).cursor();
        happens(
                new PriorityGranted(1, 7, 0),
                new PriorityExercised(1, 7, 107, 0, new Money(100_000)),
                new PriorityWaived(1, 7, 107, 0),
                new InquiryAnswered(1, 7, 107, false));

        String seen = rest(all).toString();
        assertFalse(seen.contains("bidder") || seen.contains("participant"), seen);
        assertEquals(4, rest(mine).size());
        assertEquals(List.of(), rest(others));
    }

    @Test
    void showsEverybodyThePaddleAndOnlyTheOwnerWhoBid() {
        Cursor all = hub.attach(LOT_1, "", 0, 0).cursor();
        Cursor mine = hub.attach(ME_7, "", 0, 0).cursor();
        Cursor others =
                hub.attach(new ChannelName(ChannelName.Kind.ME, 8), "", 0, 0).cursor();
        happens(bid(1, 7, 1));
        happens(awarded(1, 7, 1));

        for (ObjectNode push : rest(all)) {
            assertTrue(push.has("paddle"));
            assertFalse(push.has("bidder") || push.has("winner") || push.has("cid"), push.toString());
        }
        List<ObjectNode> own = rest(mine);
        assertEquals(7, own.get(0).get("bidder").intValue());
        assertEquals("b1", own.get(0).get("cid").textValue());
        assertEquals(7, own.get(1).get("winner").intValue());
        assertFalse(others.hasNext());
    }

    @Test
    void tellsWhoIsBeatenAtOnceThatTheirBidWasTaken() {
        Cursor all = hub.attach(LOT_1, "", 0, 0).cursor();
        Cursor mine = hub.attach(ME_7, "", 0, 0).cursor();
        Cursor others =
                hub.attach(new ChannelName(ChannelName.Kind.ME, 8), "", 0, 0).cursor();
        happens(new BidBeaten(1, 7, 107, new Money(100_000), 1));

        String seen = rest(all).toString();
        assertTrue(seen.contains("BidBeaten") && !seen.contains("bidder"), seen);
        assertEquals(7, rest(mine).get(0).get("bidder").intValue());
        assertFalse(others.hasNext());
    }

    @Test
    void tellsNobodyWhatIsForTheVenueAlone() {
        Cursor all = hub.attach(LOTS, "", 0, 0).cursor();
        happens(new CommandRejected(7, ClientId.parse("a"), RejectReason.NOT_HIGHER, 5, 1), credited(7, 500));

        assertFalse(all.hasNext());
        assertEquals(1, hub.attach(ME_7, "", 0, 0).sq());
    }

    @Test
    void givesExactlyWhatWasMissed() {
        String epoch = hub.attach(LOT_1, "", 0, 0).epoch();
        happens(bid(1, 7, 1));
        happens(bid(1, 8, 2));

        Attachment attachment = hub.attach(LOT_1, epoch, 3, 0);

        assertTrue(attachment.recovered());
        assertEquals("", attachment.snapshot());
        assertEquals(List.of(3L, 4L), numbers(rest(attachment.cursor())));
        assertTrue(hub.attach(LOT_1, epoch, 5, 0).recovered(), "nothing missed is recovered as well");
        assertFalse(hub.attach(LOT_1, epoch, 6, 0).recovered(), "a number that was never given is not");
    }

    @Test
    void tellsTheSameNumbersAndTextsAfterARestart() {
        happens(bid(1, 7, 1));
        happens(held(1, 8), bid(1, 8, 2));
        FeedHub again = hub(feed.history());
        for (ChannelName name : List.of(LOTS, LOT_1, ME_7)) {
            String epoch = hub.attach(name, "", 0, 0).epoch();
            Attachment before = hub.attach(name, epoch, 1, 0);
            Attachment after = again.attach(name, epoch, 1, 0);
            assertTrue(after.recovered());
            assertEquals(rest(before.cursor()), rest(after.cursor()));
        }
    }

    @Test
    void givesASnapshotToAClientOfAnotherVenue() {
        ListFeed other = new ListFeed().add(new org.gavel.protocol.event.VenueOpened("other", 1, "CNY"));
        String foreign = hub(other.history()).attach(LOTS, "", 0, 0).epoch();

        assertFalse(hub.attach(LOTS, foreign, 1, 0).recovered());
    }

    @Test
    void givesASnapshotWhereTooMuchWasMissed() {
        String epoch = hub.attach(LOT_1, "", 0, 0).epoch();
        Cursor sleeper = hub.attach(LOT_1, epoch, 1, 0).cursor();
        LongStream.rangeClosed(1, FeedChannel.KEPT).forEach(number -> happens(bid(1, 7, (int) number)));
        Attachment late = hub.attach(LOT_1, epoch, 2, 0);

        assertFalse(late.recovered());
        ObjectNode snapshot = JsonCodec.parse(late.snapshot());
        assertEquals(FeedChannel.KEPT, snapshot.get("lot").get("bids").intValue());
        assertEquals(MarketText.BIDS, snapshot.get("bids").size());
        assertEquals(FeedChannel.KEPT + 2, late.sq());
        assertTrue(hub.attach(LOT_1, epoch, 3, 0).recovered(), "the oldest one kept is enough");
        assertTrue(sleeper.hasNext());
        assertEquals(null, sleeper.take(), "whoever slept through it is told so");
    }

    @Test
    void takesASnapshotThatFitsItsNumber() {
        happens(bid(1, 7, 1));
        Attachment attachment = hub.attach(LOTS, "", 0, 0);
        happens(bid(1, 8, 2));

        ObjectNode lot =
                (ObjectNode) JsonCodec.parse(attachment.snapshot()).get("lots").get(0);
        assertEquals(1, lot.get("bids").intValue());
        assertEquals(List.of(attachment.sq() + 1), numbers(rest(attachment.cursor())));
    }

    @Test
    void tellsAParticipantHowTheirAccountStands() {
        happens(credited(7, 50_000));
        happens(held(1, 7));

        ObjectNode account = JsonCodec.parse(hub.attach(ME_7, "", 0, 0).snapshot());

        assertEquals("45000", account.get("free").textValue());
        assertEquals(107, account.get("deposits").get(0).get("paddle").intValue());
        assertEquals(2, hub.attach(ME_7, "", 0, 0).sq());
    }

    @Test
    void tellsAParticipantWhatKeepsThemOut() {
        happens(new ParticipantDescribed(7, Residence.MACAO, false));
        happens(new AdmissionDecided(7, AdmissionState.VERIFIED, "checked"));
        happens(new ApplicationReceived(1, 7));
        happens(new QualificationDecided(1, 7, false, "papers missing"));
        happens(new PartyMarked(2, 7, ExclusionCause.DEFAULTER, true, "did not pay"));
        happens(new LicenceRecorded(2, 7, "2026-17"));

        ObjectNode told = JsonCodec.parse(hub.attach(ME_7, "", 0, 0).snapshot());

        assertEquals("VERIFIED", told.get("admission").textValue());
        assertEquals("MACAO", told.get("residence").textValue());
        assertEquals("REFUSED", told.get("entries").get(0).get("application").textValue());
        assertEquals("DEFAULTER", told.get("entries").get(1).get("mark").textValue());
        assertEquals("2026-17", told.get("entries").get(1).get("licence").textValue());
        assertEquals(6, hub.attach(ME_7, "", 0, 0).sq());
    }

    @Test
    void tellsAHolderAndNobodyElseOfTheirRight() {
        happens(new PriorityGranted(1, 7, 0));
        happens(new ApplicationReceived(1, 8));

        ObjectNode holder = JsonCodec.parse(hub.attach(ME_7, "", 0, 0).snapshot());
        ObjectNode other = JsonCodec.parse(
                hub.attach(new ChannelName(ChannelName.Kind.ME, 8), "", 0, 0).snapshot());

        assertTrue(holder.get("entries").get(0).get("priority").booleanValue());
        assertFalse(other.get("entries").get(0).get("priority").booleanValue());
    }

    @Test
    void disclosesARelatedPartyWithoutTheirName() {
        happens(new RelatedPartyDisclosed(1, 7));
        ObjectNode told = rest(from(LOT_1)).get(0);
        assertFalse(told.has("participant"), told::toString);
        assertEquals(7, rest(from(ME_7)).get(0).get("participant").intValue());
    }

    private Cursor from(ChannelName channel) {
        return hub.attach(channel, hub.attach(channel, "", 0, 0).epoch(), 1, 0).cursor();
    }

    @Test
    void forgetsTheOldestOfAllChannelsFirst() {
        String epoch = hub.attach(LOT_1, "", 0, 0).epoch();
        happens(Story.announced(2));
        BidAccepted one = bid(2, 7, 1);
        for (int i = 0; i < FeedHub.MOST_KEPT / 3 + 10; i++) {
            happens(one);
        }

        assertFalse(hub.attach(LOT_1, epoch, 1, 0).recovered());
        assertTrue(hub.attach(LOTS, epoch, hub.attach(LOTS, "", 0, 0).sq() - FeedChannel.KEPT + 1, 0)
                .recovered());
    }

    @Test
    void knowsItsChannelsByName() {
        assertEquals(LOT_1, ChannelName.of("lot.1", 0, hub.views()));
        assertEquals(ME_7, ChannelName.of("me", 7, hub.views()));
        for (String unknown : List.of("", "lot.", "lot.0", "lot.01", "lot.-1", "lot.1 ", "LOTS", "me.7", "me")) {
            InvalidValue thrown =
                    assertThrows(InvalidValue.class, () -> ChannelName.of(unknown, 0, hub.views()), unknown);
            assertEquals(RejectReason.UNKNOWN_CHANNEL, thrown.reason());
        }
        for (String unannounced : List.of("lot.2", "lot.2147483648", "lot.9999999999")) {
            InvalidValue thrown =
                    assertThrows(InvalidValue.class, () -> ChannelName.of(unannounced, 0, hub.views()), unannounced);
            assertEquals(RejectReason.LOT_UNKNOWN, thrown.reason());
        }
    }
}
