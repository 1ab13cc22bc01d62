package org.gavel.gateway.feed;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gavel.exchange.api.DealView;
import org.gavel.exchange.api.KeptState;
import org.gavel.exchange.api.ListingView;
import org.gavel.exchange.api.LotView;
import org.gavel.exchange.api.Views;
import org.gavel.protocol.codec.json.CanonicalJson;
import org.gavel.protocol.codec.json.JsonCodec;

/** The views and the latest bids as JSON text, each encoded when it has changed. Guarded by the hub's lock. */
final class MarketText implements KeptState {
    /** The most bids a lot's snapshot shows. */
    static final int BIDS = 50;

    private record LotText(LotView view, String text) {}

    private final Views views;
    private final transient Map<Integer, LotText> lots = new HashMap<>();
    private final Map<Integer, Deque<Body>> bids = new HashMap<>();
    private transient String market = "";
    private transient long marketSequence = -1;

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
    String market() {
        if (marketSequence != views.sequence()) {
            marketSequence = views.sequence();
            List<LotView> all = views.lots();
            String texts = all.stream().map(this::text).collect(Collectors.joining(","));
            String roadshows = CanonicalJson.write(JsonCodec.tree(views.roadshows()));
            market = "{" + deals() + listings() + "\"lots\":[" + texts + "],\"roadshows\":" + roadshows
                    + ",\"sequence\":" + marketSequence + "}";
        }
        return market;
    }

    private String deals() {
        List<DealView> all = views.deals();
        return all.isEmpty() ? "" : "\"deals\":" + CanonicalJson.write(JsonCodec.tree(all)) + ",";
    }

    private String listings() {
        List<ListingView> all = views.listings();
        return all.isEmpty() ? "" : "\"listings\":" + CanonicalJson.write(JsonCodec.tree(all)) + ",";
    }

    /** {@code deal} as it stands. */
    String deal(DealView view) {
        return "{\"deal\":" + CanonicalJson.write(JsonCodec.tree(view)) + "}";
    }

    /** {@code lot}, its latest {@code bids}, the newest last, and the {@code listing} that offers it. */
    String lot(LotView view) {
        String latest = bids.getOrDefault(view.lot(), new ArrayDeque<>()).stream()
                .map(body -> "{" + body.text())
                .collect(Collectors.joining(","));
        String listing = views.listing(view.lot())
                .map(offers -> "\"listing\":" + CanonicalJson.write(JsonCodec.tree((Object) offers)) + ",")
                .orElse("");
        return "{\"bids\":[" + latest + "]," + listing + "\"lot\":" + text(view) + "}";
    }

    private String text(LotView view) {
        LotText known = lots.get(view.lot());
        if (known == null || !known.view().equals(view)) {
            known = new LotText(view, CanonicalJson.write(JsonCodec.tree(view)));
            lots.put(view.lot(), known);
        }
        return known.text();
    }
}
