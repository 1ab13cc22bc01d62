package org.gavel.gateway.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.gavel.exchange.api.Applied;
import org.gavel.exchange.snapshot.graph.GraphReader;
import org.gavel.exchange.snapshot.graph.GraphWriter;
import org.gavel.gateway.feed.ChannelName.Kind;
import org.gavel.protocol.value.Draw;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A hub written down after any command and made again shows every client the same, to the byte, as one that was told the
 * whole feed: snapshots, numbers, what is kept for those who resume and what is not.
 */
final class KeptFeedPropertyTest {
    private static final int MARKETS = Integer.getInteger("gavel.markets", 5);
    private static final int CUTS = 12;

    @TempDir
    private Path directory;

    @Test
    void goesOnFromAnyCutAsIfItHadBeenToldEverything() {
        Set<String> told = new TreeSet<>();
        Draw.many(MARKETS, draw -> {
            List<Applied> history = new AnyFeed(draw, directory).history();
            history.forEach(applied ->
                    applied.events().forEach(event -> told.add(event.getClass().getSimpleName())));
            int mostKept = 20 + draw.below(3_000);
            FeedHub lived = told(new FeedHub(mostKept), history);
            for (int i = 0; i < CUTS; i++) {
                int cut = draw.below(history.size() + 1);
                FeedHub before = told(new FeedHub(mostKept), history.subList(0, cut));
                FeedHub restored = told(again(before, mostKept), history.subList(cut, history.size()));
                compare(lived, restored, history, "cut after " + cut + " of " + history.size());
            }
        });
        assertTrue(
                told.containsAll(Set.of(
                        "BidAccepted",
                        "LotPaused",
                        "LotResumed",
                        "OrderAccepted",
                        "OrdersTraded",
                        "OrderAmended",
                        "OrderEnded",
                        "DepositHeld",
                        "UnitsCredited",
                        "CommandRejected",
                        "TopOfBook")),
                told::toString);
    }

    private static FeedHub told(FeedHub hub, List<Applied> history) {
        history.forEach(hub::on);
        return hub;
    }

    private static FeedHub again(FeedHub hub, int mostKept) {
        ArrayDeque<ByteBuffer> blocks = new ArrayDeque<>();
        hub.settle();
        FeedHub fresh = new FeedHub(mostKept);
        try {
            GraphWriter.write(
                    block -> blocks.add(
                            ByteBuffer.allocate(block.remaining()).put(block).flip()),
                    hub);
            new GraphReader(blocks::remove).into(fresh);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return fresh;
    }

    private static void compare(FeedHub lived, FeedHub restored, List<Applied> history, String where) {
        assertEquals(lived.market(0), restored.market(0), where);
        assertEquals(lived.views().sequence(), restored.views().sequence(), where);
        for (ChannelName name : AnyFeed.channels()) {
            assertEquals(shown(lived, name), shown(restored, name), () -> where + ", " + name);
        }
        for (int lot = 1; lot <= AnyFeed.LOTS; lot++) {
            assertEquals(lived.views().ruleSheet(lot), restored.views().ruleSheet(lot), where);
        }
        assertTrue(history.size() > 300, where);
    }

    /** All that a client can be shown of a channel: new, or resuming from any number on. */
    private static List<String> shown(FeedHub hub, ChannelName name) {
        List<String> shown = new ArrayList<>();
        Attachment now = hub.attach(name, "", 0, 0);
        shown.add(now.epoch() + " " + now.sq() + " " + now.snapshot());
        boolean isKept = false;
        for (long from = 1; from <= now.sq() + 1; from++) {
            Attachment resumed = hub.attach(name, now.epoch(), from, 0);
            if (resumed.recovered() && !isKept) {
                isKept = true;
                shown.add("kept from " + from);
                for (Cursor cursor = resumed.cursor(); cursor.hasNext(); ) {
                    shown.add(cursor.take());
                }
            }
        }
        shown.add(hub.attach(new ChannelName(Kind.LOTS, 0), "another", 1, 0).snapshot());
        return shown;
    }
}
