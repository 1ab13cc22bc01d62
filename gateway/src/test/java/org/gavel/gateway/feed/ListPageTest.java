package org.gavel.gateway.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.gavel.exchange.api.Applied;
import org.gavel.gateway.ListFeed;
import org.gavel.gateway.Story;
import org.gavel.protocol.event.RoadshowAnnounced;
import org.gavel.protocol.value.Title;
import org.junit.jupiter.api.Test;

/** Whoever asks for all there is gets it, a bounded page at a time. */
class ListPageTest {
    private static final ChannelName BOOKS = ChannelName.all(ChannelName.Kind.BOOKS);
    private static final ChannelName LOTS = ChannelName.all(ChannelName.Kind.LOTS);

    private final ListFeed feed = new ListFeed().add(Story.venue());
    private final FeedHub hub = new FeedHub();

    private void tell() {
        feed.history().stream()
                .filter(each -> each.sequence() > hub.views().sequence())
                .forEach(hub::on);
    }

    /** A page is longer than any message the venue reads. */
    private static ObjectNode read(String page) {
        try {
            return (ObjectNode) new ObjectMapper().readTree(page);
        } catch (JsonProcessingException e) {
            throw new AssertionError(page, e);
        }
    }

    /** The numbers under this name on each page, from the first to the last. */
    private static List<List<Integer>> pages(IntFunction<String> list, String name, String number) {
        List<List<Integer>> pages = new ArrayList<>();
        for (int after = 0; ; ) {
            ObjectNode page = read(list.apply(after));
            pages.add(page.path(name)
                    .valueStream()
                    .map(each -> each.get(number).intValue())
                    .toList());
            assertEquals(page.get("complete").booleanValue(), !page.has("next"));
            if (!page.has("next")) {
                return pages;
            }
            assertTrue(page.get("next").intValue() > after);
            after = page.get("next").intValue();
        }
    }

    private static List<Integer> upTo(int last) {
        return IntStream.rangeClosed(1, last).boxed().toList();
    }

    @Test
    void whatFitsOnAPageIsToldAtOnce() {
        IntStream.rangeClosed(1, ListPage.MOST).forEach(book -> feed.add(Story.bookOpened(book)));
        tell();
        assertEquals(List.of(upTo(ListPage.MOST)), pages(hub::books, "books", "book"));
        assertEquals(List.of(List.of()), pages(hub::market, "lots", "lot"));
    }

    @Test
    void theRestFollowsByThePage() {
        int many = 2 * ListPage.MOST + 1;
        IntStream.rangeClosed(1, many).forEach(book -> feed.add(Story.bookOpened(book)));
        tell();
        List<List<Integer>> pages = pages(hub::books, "books", "book");
        assertEquals(
                List.of(ListPage.MOST, ListPage.MOST, 1),
                pages.stream().map(List::size).toList());
        assertEquals(upTo(many), pages.stream().flatMap(List::stream).toList());

        ObjectNode first = read(hub.attach(BOOKS, "", 0, 0).snapshot());
        assertEquals(ListPage.MOST, first.get("next").intValue());
        assertFalse(first.get("complete").booleanValue());
    }

    @Test
    void lotsAndRoadshowsShareAPage() {
        int many = ListPage.MOST;
        for (int number = 1; number <= many; number++) {
            feed.add(Story.announced(number));
        }
        for (int number = 1; number <= many; number++) {
            feed.add(new RoadshowAnnounced(number, new Title("", "Show"), List.of(number), Duration.ZERO));
        }
        tell();
        assertEquals(
                List.of(many / 2, many / 2),
                pages(hub::market, "lots", "lot").stream().map(List::size).toList());
        List<List<Integer>> shows = pages(hub::market, "roadshows", "roadshow");
        assertEquals(pages(hub::market, "lots", "lot"), shows, "what has one number is on one page");
        assertEquals(upTo(many), shows.stream().flatMap(List::stream).toList());
    }

    @Test
    void aPageKnowsAllUpToItsSequenceAndTheChannelTellsTheRest() {
        IntStream.rangeClosed(1, ListPage.MOST + 1).forEach(lot -> feed.add(Story.announced(lot)));
        tell();
        Attachment first = hub.attach(LOTS, "", 0, 0);
        int last = ListPage.MOST + 1;
        feed.add(Story.opened(last));
        tell();
        ObjectNode second = read(hub.market(ListPage.MOST));
        feed.add(Story.bid(last, 7, 1));
        tell();

        assertEquals("OPEN", second.get("lots").get(0).get("state").textValue());
        List<Long> later = new ArrayList<>();
        while (first.cursor().hasNext()) {
            long sequence = read(first.cursor().take()).get("seq").longValue();
            if (sequence > second.get("sequence").longValue()) {
                later.add(sequence);
            }
        }
        Applied bid = feed.last();
        assertEquals(List.of(bid.sequence()), later, "the opening is on the page already");
    }

    @Test
    void longTextsEndAPageSooner() {
        String half = "\"" + "x".repeat(ListPage.LONGEST / 2) + "\"";
        ListPage page = new ListPage(1).list("texts");
        IntStream.rangeClosed(1, 3).forEach(number -> page.add("texts", number, new Body(() -> half)));
        ObjectNode cut = read(page.get());
        assertEquals(1, cut.get("texts").size());
        assertEquals(1, cut.get("next").intValue());

        ListPage ofOne = new ListPage(1).list("texts");
        ofOne.add("texts", 1, new Body(() -> "\"" + "x".repeat(2 * ListPage.LONGEST) + "\""));
        assertTrue(read(ofOne.get()).get("complete").booleanValue(), "one thing is always told");
    }
}
