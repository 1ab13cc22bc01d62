package org.gavel.gateway;

import java.time.Duration;
import java.util.List;
import org.gavel.protocol.event.BidAccepted;
import org.gavel.protocol.event.BookOpened;
import org.gavel.protocol.event.DepositCredited;
import org.gavel.protocol.event.DepositHeld;
import org.gavel.protocol.event.LotAnnounced;
import org.gavel.protocol.event.LotAwarded;
import org.gavel.protocol.event.LotOpened;
import org.gavel.protocol.event.VenueOpened;
import org.gavel.protocol.value.BookTerms;
import org.gavel.protocol.value.Channel;
import org.gavel.protocol.value.ClientId;
import org.gavel.protocol.value.EnglishTerms;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.OutageRule;
import org.gavel.protocol.value.SoftClose;
import org.gavel.protocol.value.Step;
import org.gavel.protocol.value.Title;

/** Events as the tests tell them. */
public final class Story {
    /** The venue of all tests. */
    public static final String VENUE = "tests";

    private Story() {}

    public static VenueOpened venue() {
        return new VenueOpened(VENUE, 1, "CNY");
    }

    public static LotAnnounced announced(int lot) {
        EnglishTerms terms = new EnglishTerms(
                new Money(100_000),
                List.of(new Step(Money.ZERO, new Money(1_000))),
                true,
                0,
                Duration.ofMinutes(5),
                SoftClose.NONE,
                false);
        Title title = new Title("拍品" + lot, "Lot " + lot);
        return new LotAnnounced(
                lot, title, 9, "PRIVATE_SALE", new Money(5_000), Money.ZERO, "", List.of(terms), 0, OutageRule.DEFAULT);
    }

    public static BookOpened bookOpened(int book) {
        BookTerms terms = new BookTerms(
                new Money(1),
                new Money(1),
                new Money(100_000),
                0,
                Duration.ofMinutes(1),
                Duration.ZERO,
                Duration.ofSeconds(1),
                false);
        return new BookOpened(book, "UNITS", new Title("份额", "Units"), terms, Money.ZERO, "as announced");
    }

    public static LotOpened opened(int lot) {
        return new LotOpened(lot, 1, 2_000_000, new Money(100_000), "as announced");
    }

    public static BidAccepted bid(int lot, int bidder, int number) {
        long amount = 100_000L + number * 1_000L;
        return new BidAccepted(
                lot,
                bidder,
                bidder + 100,
                new Money(amount),
                new Money(amount + 1_000),
                number,
                2_000_000,
                Channel.ONLINE,
                ClientId.parse("b" + number));
    }

    public static LotAwarded awarded(int lot, int winner, int bids) {
        return new LotAwarded(lot, winner, winner + 100, new Money(100_000L + bids * 1_000L), bids, 2_000_000);
    }

    public static DepositCredited credited(int participant, long fen) {
        return new DepositCredited(participant, new Money(fen), new Money(fen), "bank 1");
    }

    public static DepositHeld held(int lot, int participant) {
        return new DepositHeld(lot, participant, participant + 100, new Money(5_000));
    }
}
