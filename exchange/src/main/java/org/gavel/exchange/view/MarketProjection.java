package org.gavel.exchange.view;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.gavel.exchange.api.Applied;
import org.gavel.exchange.api.BookView;
import org.gavel.exchange.api.DealView;
import org.gavel.exchange.api.ListingView;
import org.gavel.exchange.api.LotView;
import org.gavel.exchange.api.RoadshowView;
import org.gavel.exchange.api.Views;
import org.gavel.protocol.event.BookEvent;
import org.gavel.protocol.event.BookOpened;
import org.gavel.protocol.event.DealAnnounced;
import org.gavel.protocol.event.Event;
import org.gavel.protocol.event.ListingAnnounced;
import org.gavel.protocol.event.LotAnnounced;
import org.gavel.protocol.event.LotEvent;
import org.gavel.protocol.event.RoadshowAnnounced;
import org.gavel.protocol.event.RoadshowEnded;
import org.gavel.protocol.event.RoadshowStarted;
import org.gavel.protocol.event.RulebookInstalled;

/**
 * Views told from the event feed alone. One thread feeds {@link #on} in order, any thread reads; every value read is
 * immutable, and {@link #sequence} moves only after all that its command caused can be read.
 */
public final class MarketProjection implements Views {
    private final ConcurrentSkipListMap<Integer, LotView> lots = new ConcurrentSkipListMap<>();
    private final ConcurrentSkipListMap<Integer, BookView> books = new ConcurrentSkipListMap<>();
    private final ConcurrentSkipListMap<Integer, DealView> deals = new ConcurrentSkipListMap<>();

    /** By the lots they offer. */
    private final ConcurrentSkipListMap<Integer, ListingView> listings = new ConcurrentSkipListMap<>();

    private final RuleSheets sheets = new RuleSheets();
    private final ConcurrentSkipListMap<Integer, RoadshowView> roadshows = new ConcurrentSkipListMap<>();
    private volatile long sequence;

    /** Takes in what one command caused; each sequence once, ascending. */
    public void on(Applied applied) {
        if (applied.sequence() <= sequence) {
            throw new IllegalArgumentException("sequence " + applied.sequence() + " comes after " + sequence);
        }
        applied.events().forEach(this::tell);
        sequence = applied.sequence();
    }

    private void tell(Event event) {
        if (event instanceof LotAnnounced announced) {
            lots.put(announced.lot(), LotStory.announced(announced, sheets.add(announced)));
        } else if (event instanceof DealAnnounced announced) {
            deals.put(announced.lot(), DealStory.announced(announced));
        } else if (event instanceof LotEvent later) {
            if (later instanceof ListingAnnounced listed) {
                listings.put(listed.lot(), ListingStory.announced(listed));
            }
            lots.computeIfPresent(later.lot(), (lot, before) -> LotStory.after(before, later));
            listings.computeIfPresent(later.lot(), (lot, before) -> ListingStory.after(before, later));
            deals.computeIfPresent(later.lot(), (lot, before) -> DealStory.after(before, later));
        } else if (event instanceof BookOpened opened) {
            books.put(opened.book(), BookDraft.opened(opened));
        } else if (event instanceof BookEvent later) {
            books.computeIfPresent(later.book(), (book, before) -> BookStory.after(before, later));
        } else if (event instanceof RulebookInstalled installed) {
            sheets.add(installed.rulebook());
        } else if (event instanceof RoadshowAnnounced announced) {
            roadshows.put(announced.roadshow(), RoadshowStory.announced(announced));
        } else if (event instanceof RoadshowStarted started) {
            roadshows.computeIfPresent(started.roadshow(), (number, before) -> RoadshowStory.started(before));
        } else if (event instanceof RoadshowEnded ended) {
            roadshows.computeIfPresent(ended.roadshow(), (number, before) -> RoadshowStory.ended(before, ended));
        }
    }

    @Override
    public long sequence() {
        return sequence;
    }

    @Override
    public List<LotView> lots() {
        return List.copyOf(lots.values());
    }

    @Override
    public List<LotView> lots(int after, int most) {
        return page(lots, after, most);
    }

    @Override
    public Optional<LotView> lot(int lot) {
        return Optional.ofNullable(lots.get(lot));
    }

    @Override
    public List<BookView> books() {
        return List.copyOf(books.values());
    }

    @Override
    public List<BookView> books(int after, int most) {
        return page(books, after, most);
    }

    @Override
    public Optional<BookView> book(int book) {
        return Optional.ofNullable(books.get(book));
    }

    @Override
    public List<DealView> deals() {
        return List.copyOf(deals.values());
    }

    @Override
    public List<DealView> deals(int after, int most) {
        return page(deals, after, most);
    }

    @Override
    public Optional<DealView> deal(int lot) {
        return Optional.ofNullable(deals.get(lot));
    }

    @Override
    public List<ListingView> listings() {
        return List.copyOf(listings.values());
    }

    @Override
    public List<ListingView> listings(int after, int most) {
        return page(listings, after, most);
    }

    @Override
    public Optional<ListingView> listing(int lot) {
        return Optional.ofNullable(listings.get(lot));
    }

    @Override
    public Optional<String> ruleSheet(int lot) {
        return sheets.text(lot);
    }

    @Override
    public List<RoadshowView> roadshows() {
        return List.copyOf(roadshows.values());
    }

    @Override
    public List<RoadshowView> roadshows(int after, int most) {
        return page(roadshows, after, most);
    }

    private static <T> List<T> page(ConcurrentSkipListMap<Integer, T> all, int after, int most) {
        return all.tailMap(after, false).values().stream().limit(most).toList();
    }
}
