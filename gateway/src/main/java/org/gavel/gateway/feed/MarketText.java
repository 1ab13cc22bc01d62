package org.gavel.gateway.feed;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.gavel.exchange.api.DealView;
import org.gavel.exchange.api.KeptState;
import org.gavel.exchange.api.ListingView;
import org.gavel.exchange.api.LotView;
import org.gavel.exchange.api.RoadshowView;
import org.gavel.exchange.api.Views;
import org.gavel.protocol.codec.json.CanonicalJson;
import org.gavel.protocol.codec.json.JsonCodec;

/** The views and the latest bids as JSON text, each encoded when it has changed. Guarded by the hub's lock. */
final class MarketText implements KeptState {
    /** The most bids a lot's snapshot shows. */
    static final int BIDS = 50;

    private final Views views;
    private final transient KnownTexts<LotView> lots = new KnownTexts<>();
    private final Map<Integer, Deque<Body>> bids = new HashMap<>();

    MarketText(Views views) {
        this.views = views;
    }

    /** Remembers a bid, given as the body of its push. */
    void bid(int lot, Body body) {
        Deque<Body> latest = bids.computeIfAbsent(lot, number -> new ArrayDeque<>());
        if (latest.size() == BIDS) {
            latest.removeFirst();
        }
        latest.addLast(body);
    }

    /** Encodes whatever nobody has needed yet. */
    void settle() {
        bids.values().forEach(latest -> latest.forEach(Body::text));
    }

    /** {@code lots}, {@code roadshows}, {@code sequence} and, where there are any, {@code deals} and {@code listings}. */
    Supplier<String> market() {
        long sequence = views.sequence();
        List<Body> all =
                views.lots().stream().map(view -> lots.of(view.lot(), view)).toList();
        List<DealView> deals = views.deals();
        List<ListingView> listings = views.listings();
        List<RoadshowView> roadshows = views.roadshows();
        return () -> "{" + unlessEmpty("deals", deals) + unlessEmpty("listings", listings) + "\"lots\":["
                + joined(all, "") + "],\"roadshows\":" + CanonicalJson.write(JsonCodec.tree(roadshows))
                + ",\"sequence\":" + sequence + "}";
    }

    private static String unlessEmpty(String name, List<?> all) {
        return all.isEmpty() ? "" : "\"" + name + "\":" + CanonicalJson.write(JsonCodec.tree(all)) + ",";
    }

    /** {@code deal} as it stands. */
    Supplier<String> deal(DealView view) {
        return () -> "{\"deal\":" + CanonicalJson.write(JsonCodec.tree(view)) + "}";
    }

    /** {@code lot}, its latest {@code bids}, the newest last, and the {@code listing} that offers it. */
    Supplier<String> lot(LotView view) {
        List<Body> latest = List.copyOf(bids.getOrDefault(view.lot(), new ArrayDeque<>()));
        Optional<ListingView> offering = views.listing(view.lot());
        Body text = lots.of(view.lot(), view);
        return () -> {
            String listing = offering.map(
                            offers -> "\"listing\":" + CanonicalJson.write(JsonCodec.tree((Object) offers)) + ",")
                    .orElse("");
            return "{\"bids\":[" + joined(latest, "{") + "]," + listing + "\"lot\":" + text.text() + "}";
        };
    }

    /** All texts, each after this beginning, with commas in between. */
    static String joined(List<Body> texts, String beginning) {
        return texts.stream().map(body -> beginning + body.text()).collect(Collectors.joining(","));
    }
}
