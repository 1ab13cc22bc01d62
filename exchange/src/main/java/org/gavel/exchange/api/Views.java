package org.gavel.exchange.api;

import java.util.List;
import java.util.Optional;

/** Read-only questions, answered from what the event feed has told so far. Thread-safe; values never change. */
public interface Views {
    /** The sequence of the newest command the views know of. */
    long sequence();

    /** In order of their numbers. */
    List<LotView> lots();

    Optional<LotView> lot(int lot);

    /** Unit books, in order of their numbers. */
    List<BookView> books();

    Optional<BookView> book(int book);

    /** In order of their numbers. */
    List<DealView> deals();

    Optional<DealView> deal(int lot);

    /** In order of their lots' numbers. */
    List<ListingView> listings();

    /** The listing that offers the lot. */
    Optional<ListingView> listing(int lot);

    /** The rule sheet of an announced lot: all its terms and its rulebook, as canonical JSON. */
    Optional<String> ruleSheet(int lot);

    /** In order of their numbers. */
    List<RoadshowView> roadshows();
}
