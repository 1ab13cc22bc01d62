package org.gavel.exchange.api;

import java.util.List;
import java.util.Optional;

/** Read-only questions, answered from what the event feed has told so far. Thread-safe; values never change. */
public interface Views {
    /** The sequence of the newest command the views know of. */
    long sequence();

    /** In order of their numbers. */
    List<LotView> lots();

    /** The first so many whose numbers are higher than this one; so of all that is listed by number. */
    List<LotView> lots(int after, int most);

    Optional<LotView> lot(int lot);

    /** Unit books, in order of their numbers. */
    List<BookView> books();

    List<BookView> books(int after, int most);

    Optional<BookView> book(int book);

    /** In order of their numbers. */
    List<DealView> deals();

    List<DealView> deals(int after, int most);

    Optional<DealView> deal(int lot);

    /** In order of their lots' numbers. */
    List<ListingView> listings();

    List<ListingView> listings(int after, int most);

    /** The listing that offers the lot. */
    Optional<ListingView> listing(int lot);

    /** The rule sheet of an announced lot: all its terms and its rulebook, as canonical JSON. */
    Optional<String> ruleSheet(int lot);

    /** In order of their numbers. */
    List<RoadshowView> roadshows();

    List<RoadshowView> roadshows(int after, int most);
}
