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

/** The views and the latest bids as JSON text, each encoded when it has changed. Guarded by the hub's lock. */
final class MarketText implements KeptState {
    /** The most bids a lot's snapshot shows. */
    static final int BIDS = 50;

    private final Views views;
    private final transient KnownTexts<LotView> lots = new KnownTexts<>();
    private final transient KnownTexts<DealView> deals = new KnownTexts<>();
    private final transient KnownTexts<ListingView> listings = new KnownTexts<>();
    private final transient KnownTexts<RoadshowView> roadshows = new KnownTexts<>();
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

    /**
     * A page of {@code lots}, {@code roadshows} and, where there are any, {@code deals} and {@code listings}, each under the
     * number of its lot.
     *
     * @param after the number before the first wanted
     */
    Supplier<String> market(int after) {
        int wanted = ListPage.WANTED;
        ListPage page = new ListPage(views.sequence()).list("lots").list("roadshows");
        views.lots(after, wanted).forEach(view -> page.add("lots", view.lot(), lots.of(view.lot(), view)));
        views.deals(after, wanted).forEach(view -> page.add("deals", view.lot(), deals.of(view.lot(), view)));
        views.listings(after, wanted).forEach(view -> page.add("listings", view.lot(), listings.of(view.lot(), view)));
        views.roadshows(after, wanted)
                .forEach(view -> page.add("roadshows", view.roadshow(), roadshows.of(view.roadshow(), view)));
        return page;
    }

    /** {@code deal} as it stands. */
    Supplier<String> deal(DealView view) {
        Body text = deals.of(view.lot(), view);
        return () -> "{\"deal\":" + text.text() + "}";
    }

    /** {@code lot}, its latest {@code bids}, the newest last, and the {@code listing} that offers it. */
    Supplier<String> lot(LotView view) {
        List<Body> latest = List.copyOf(bids.getOrDefault(view.lot(), new ArrayDeque<>()));
        Optional<Body> offering = views.listing(view.lot()).map(offers -> listings.of(view.lot(), offers));
        Body text = lots.of(view.lot(), view);
        return () -> {
            String listing =
                    offering.map(offers -> "\"listing\":" + offers.text() + ",").orElse("");
            return "{\"bids\":[" + joined(latest, "{") + "]," + listing + "\"lot\":" + text.text() + "}";
        };
    }

    /** All texts, each after this beginning, with commas in between. */
    static String joined(List<Body> texts, String beginning) {
        return texts.stream().map(body -> beginning + body.text()).collect(Collectors.joining(","));
    }
}
