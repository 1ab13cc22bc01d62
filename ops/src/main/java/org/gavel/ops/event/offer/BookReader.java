package org.gavel.ops.event.offer;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.gavel.ops.event.lot.TitleReader;
import org.gavel.ops.yaml.ScalarType;
import org.gavel.ops.yaml.ScalarTypes;
import org.gavel.ops.yaml.Section;
import org.gavel.protocol.command.OpenBook;
import org.gavel.protocol.value.BookTerms;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.Title;
import org.gavel.protocol.value.TradingDay;

/** Reads one row of {@code books}: a unit book, its terms, and its first trading day. */
public final class BookReader {
    /** What a unit is. */
    public static final ScalarType<String> ASSET =
            ScalarTypes.matching("[A-Za-z0-9._-]{1,32}", "1 to 32 of A-Z a-z 0-9 . _ -, such as POOL.A");

    private static final String REASON = "Opened as the event file says.";
    private static final ScalarType<Integer> BAND = new ScalarType<>(
            "percents of the reference price with at most two decimals, such as 5% or 0.25%",
            false, given -> percents(given));

    /** A participant's orders end by one command, while the market waits, at ten to twenty microseconds each. */
    private static final int MAX_OPEN_ORDERS = 10_000;

    private BookReader() {}

    /** Empty where anything is wrong, which stands among the file's problems then. */
    public static Optional<OpenBook> read(Section book) {
        Optional<Integer> number = book.require("number", ScalarTypes.NUMBER);
        Optional<String> asset = book.require("asset", ASSET);
        Optional<Title> title = TitleReader.read(book);
        if (!book.has("terms")) {
            book.error("terms", "is missing; write a block such as {tick: 0.01, highest: 1万}");
        }
        Optional<BookTerms> terms = book.section("terms").flatMap(BookReader::terms);
        Money reference = book.read("reference", ScalarTypes.MONEY).orElse(Money.ZERO);
        book.knows(Set.of("day"));
        Optional<TradingDay> day =
                book.has("day") ? book.section("day").flatMap(BookReader::day) : Optional.of(TradingDay.OPEN_END);
        int maxOpenOrders = book.read("maxOpenOrders", ScalarTypes.whole(0, OpenBook.MOST_OPEN_ORDERS))
                .orElse(MAX_OPEN_ORDERS);
        refuseSelfTrade(book);
        book.rejectUnknown();
        boolean fits = terms.isPresent() && referenceFits(book, reference, terms.get());
        return number.isEmpty() || asset.isEmpty() || title.isEmpty() || !fits || day.isEmpty()
                ? Optional.empty()
                : book.buildByKey(() -> new OpenBook(
                        number.get(),
                        asset.get(),
                        title.get(),
                        terms.get(),
                        reference,
                        day.get(),
                        REASON,
                        maxOpenOrders));
    }

    private static Optional<BookTerms> terms(Section block) {
        Optional<Money> tick = block.require("tick", ScalarTypes.PRICE);
        block.knows(Set.of("lowest"));
        Optional<Money> lowest = block.has("lowest") ? block.read("lowest", ScalarTypes.PRICE) : tick;
        Optional<Money> highest = block.require("highest", ScalarTypes.PRICE);
        int band = block.read("band", BAND).orElse(0);
        Duration volatilityCall =
                block.read("volatilityCall", ScalarTypes.DURATION).orElse(Duration.ZERO);
        if (band != 0 && volatilityCall.isZero()) {
            block.error("volatilityCall", "must say how long the call lasts that begins at the band, such as 2m");
        }
        Duration outageCall = block.read("outageCall", ScalarTypes.DURATION).orElse(Duration.ZERO);
        Duration indicateEvery =
                block.read("indicateEvery", ScalarTypes.DURATION).orElse(Duration.ofSeconds(1));
        boolean verifiedOnly = block.read("verifiedOnly", ScalarTypes.FLAG).orElse(false);
        refuseSelfTrade(block);
        block.rejectUnknown();
        return tick.isEmpty() || lowest.isEmpty() || highest.isEmpty() || (band != 0 && volatilityCall.isZero())
                ? Optional.empty()
                : block.buildByKey(() -> new BookTerms(
                        tick.get(),
                        lowest.get(),
                        highest.get(),
                        band,
                        volatilityCall,
                        outageCall,
                        indicateEvery,
                        verifiedOnly));
    }

    private static Optional<TradingDay> day(Section block) {
        long callAt = block.read("callAt", ScalarTypes.TIME).orElse(0L);
        long crossAt = block.read("crossAt", ScalarTypes.TIME).orElse(0L);
        long closingCallAt = block.read("closingCallAt", ScalarTypes.TIME).orElse(0L);
        long closesAt = block.read("closesAt", ScalarTypes.TIME).orElse(0L);
        block.rejectUnknown();
        return block.buildByKey(() -> new TradingDay(callAt, crossAt, closingCallAt, closesAt));
    }

    /** The field looked for here most: there is no rule of the book about it. */
    private static void refuseSelfTrade(Section section) {
        if (section.has("selfTrade")) {
            section.read("selfTrade", ScalarTypes.TEXT);
            section.error("selfTrade", "is for each order to say (PlaceOrder), not for the book; leave it out");
        }
    }

    private static boolean referenceFits(Section book, Money reference, BookTerms terms) {
        boolean within = reference.compareTo(terms.lowest()) >= 0 && reference.compareTo(terms.highest()) <= 0;
        boolean fits = reference.fen() == 0 || within;
        if (!fits) {
            book.error(
                    "reference",
                    "of " + reference.yuan() + " yuan is no price of the book; write one from "
                            + terms.lowest().yuan() + " to " + terms.highest().yuan());
        }
        return fits;
    }

    private static int percents(String written) {
        boolean given = written.matches("[0-9]{1,2}(\\.[0-9]{1,2})?%");
        int points = given
                ? new BigDecimal(written.substring(0, written.length() - 1))
                        .movePointRight(2)
                        .intValueExact()
                : 0;
        if (points == 0) {
            throw new IllegalArgumentException("must be from 0.01% to 99.99% with at most two decimals");
        }
        return points;
    }
}
