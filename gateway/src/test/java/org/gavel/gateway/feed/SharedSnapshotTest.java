package org.gavel.gateway.feed;

import static org.gavel.gateway.feed.OrderStories.BOOK;
import static org.gavel.gateway.feed.OrderStories.L2;
import static org.gavel.gateway.feed.OrderStories.L3;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.gavel.gateway.Story;
import org.gavel.gateway.feed.ChannelName.Kind;
import org.gavel.protocol.codec.json.JsonCodec;
import org.gavel.protocol.value.Side;
import org.junit.jupiter.api.Test;

/** What those share who ask for the same snapshot, and when another is made. */
class SharedSnapshotTest {
    private static final long SECOND = FeedHub.INTERVAL_NANOS;

    private final FeedHub hub = new FeedHub();
    private final OrderStories story = new OrderStories(hub);

    private void orders(int many) {
        IntStream.range(0, many).forEach(i -> story.happens(story.order(Side.BUY, 10 + i % 7, 5)));
    }

    private static List<Long> numbers(Cursor cursor) {
        List<Long> numbers = new ArrayList<>();
        while (cursor.hasNext()) {
            numbers.add(JsonCodec.parse(cursor.take()).get("sq").longValue());
        }
        return numbers;
    }

    private String snapshot(ChannelName name, long now) {
        return hub.attach(name, "", 0, now).snapshot();
    }

    @Test
    void allWhoAskBeforeTheNextCommandShareOneText() {
        orders(3);
        List<ChannelName> all = List.of(
                L2,
                L3,
                new ChannelName(Kind.BOOK, BOOK),
                new ChannelName(Kind.ME, OrderStories.ALICE),
                ChannelName.all(Kind.BOOKS),
                ChannelName.all(Kind.LOTS));
        for (ChannelName name : all) {
            assertSame(snapshot(name, 0), snapshot(name, 9 * SECOND), name.toString());
        }
        List<String> before = all.stream().map(name -> snapshot(name, 0)).toList();
        orders(1);
        for (int i = 0; i < all.size(); i++) {
            assertNotSame(before.get(i), snapshot(all.get(i), 0), all.get(i).toString());
        }
    }

    @Test
    void whatAChannelShowsIsMadeAnewOnlyOnceTheChannelTellsOfAChange() {
        orders(1);
        String before = snapshot(L3, 0);
        story.happens(Story.announced(1));
        assertSame(before, snapshot(L3, 9 * SECOND), "nothing happened in this book");
    }

    @Test
    void aShortSnapshotIsOfNow() {
        orders(BookTexts.FEW - 1);
        snapshot(L3, 0);
        orders(1);
        JsonNode now = JsonCodec.parse(snapshot(L3, 1));
        assertEquals(BookTexts.FEW, now.get("bids").size());
    }

    @Test
    void aLongSnapshotServesASecondAndWhatHappenedSinceFollowsIt() {
        orders(BookTexts.FEW + 1);
        Attachment first = hub.attach(L3, "", 0, 0);
        orders(3);

        Attachment second = hub.attach(L3, "", 0, SECOND - 1);
        assertSame(first.snapshot(), second.snapshot());
        assertEquals(first.sq(), second.sq());
        long head = first.sq();
        assertEquals(List.of(head + 1, head + 2, head + 3), numbers(second.cursor()));

        Attachment third = hub.attach(L3, "", 0, SECOND);
        assertEquals(head + 3, third.sq());
        assertEquals(List.of(), numbers(third.cursor()));
        assertEquals(
                BookTexts.FEW + 4, JsonCodec.parse(third.snapshot()).get("bids").size());
    }

    @Test
    void aSnapshotWhoseEventsAreForgottenIsMadeAnew() {
        orders(BookTexts.FEW + 1);
        long before = hub.attach(L3, "", 0, 0).sq();
        orders(FeedChannel.KEPT);
        assertEquals(before, hub.attach(L3, "", 0, 1).sq(), "all that happened since is kept");
        orders(1);
        Attachment anew = hub.attach(L3, "", 0, 2);
        assertEquals(before + FeedChannel.KEPT + 1, anew.sq());
        assertEquals(List.of(), numbers(anew.cursor()));
    }

    @Test
    void noMoreSnapshotsAreKeptThanTheBound() {
        KeptSnapshots kept = new KeptSnapshots();
        ChannelName first = new ChannelName(Kind.ME, 1);
        ChannelName second = new ChannelName(Kind.ME, 2);
        for (int participant = 1; participant <= KeptSnapshots.MOST; participant++) {
            kept.keep(new ChannelName(Kind.ME, participant), new Snapshot(1, 1, 0, Body.EMPTY));
        }
        assertTrue(kept.of(first).isPresent());
        kept.keep(L3, new Snapshot(1, 1, 0, Body.EMPTY));
        assertTrue(kept.of(first).isPresent(), "it was asked for since");
        assertTrue(kept.of(second).isEmpty());
    }
}
