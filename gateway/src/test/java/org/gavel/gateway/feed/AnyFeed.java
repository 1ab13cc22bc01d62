package org.gavel.gateway.feed;

import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.gavel.exchange.api.Answer;
import org.gavel.exchange.api.Applied;
import org.gavel.exchange.api.Reply;
import org.gavel.exchange.journal.Durability;
import org.gavel.exchange.journal.envelope.LogSettings;
import org.gavel.exchange.pipeline.Exchange;
import org.gavel.exchange.pipeline.ExchangeSettings;
import org.gavel.gateway.feed.ChannelName.Kind;
import org.gavel.protocol.codec.json.Sealer;
import org.gavel.protocol.command.AmendOrder;
import org.gavel.protocol.command.AnnounceLot;
import org.gavel.protocol.command.CancelOrder;
import org.gavel.protocol.command.Command;
import org.gavel.protocol.command.CreditDeposit;
import org.gavel.protocol.command.CreditUnits;
import org.gavel.protocol.command.HoldDeposit;
import org.gavel.protocol.command.OpenBook;
import org.gavel.protocol.command.OpenLot;
import org.gavel.protocol.command.Origin;
import org.gavel.protocol.command.PauseLot;
import org.gavel.protocol.command.PlaceBid;
import org.gavel.protocol.command.PlaceOrder;
import org.gavel.protocol.command.RegisterParticipant;
import org.gavel.protocol.command.ResumeLot;
import org.gavel.protocol.value.BookTerms;
import org.gavel.protocol.value.Channel;
import org.gavel.protocol.value.ClientId;
import org.gavel.protocol.value.Draw;
import org.gavel.protocol.value.EnglishTerms;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.OrderType;
import org.gavel.protocol.value.OutageRule;
import org.gavel.protocol.value.Reserve;
import org.gavel.protocol.value.Role;
import org.gavel.protocol.value.SelfTrade;
import org.gavel.protocol.value.Side;
import org.gavel.protocol.value.SoftClose;
import org.gavel.protocol.value.Step;
import org.gavel.protocol.value.TimeInForce;
import org.gavel.protocol.value.Title;

/** What a real exchange tells of a few people who bid, trade, err and are paused at random. */
final class AnyFeed {
    static final int LOTS = 3;
    private static final int BOOKS = 2;
    private static final int PEOPLE = 6;
    private static final int SELLER = 50;
    private static final int ACTS = 400;

    private final Draw draw;
    private final Path directory;
    private final List<Applied> told = new CopyOnWriteArrayList<>();
    private final List<Long> orders = new ArrayList<>();
    private final long[] price = new long[LOTS + 1];
    private Exchange exchange;
    private long last;

    AnyFeed(Draw draw, Path directory) {
        this.draw = draw;
        this.directory = directory;
    }

    /** Every channel there can be, and some that nobody has heard of. */
    static List<ChannelName> channels() {
        List<ChannelName> all = new ArrayList<>(List.of(ChannelName.all(Kind.LOTS), ChannelName.all(Kind.BOOKS)));
        for (int lot = 1; lot <= LOTS; lot++) {
            all.add(new ChannelName(Kind.LOT, lot));
            all.add(new ChannelName(Kind.DESK, lot));
        }
        for (int person = 1; person <= PEOPLE + 1; person++) {
            all.add(new ChannelName(Kind.ME, person));
        }
        all.add(new ChannelName(Kind.ME, SELLER));
        for (int book = 1; book <= BOOKS; book++) {
            all.add(new ChannelName(Kind.BOOK, book));
            all.add(new ChannelName(Kind.DEPTH, book));
            all.add(new ChannelName(Kind.ORDERS, book));
        }
        return all;
    }

    List<Applied> history() {
        ExchangeSettings settings = new ExchangeSettings(
                "TEST", directory, Durability.MEMORY, LogSettings.daily(), Sealer.NONE, 1_000, 1, "test");
        try (Exchange opened = Exchange.open(settings, Throwable::printStackTrace)) {
            exchange = opened;
            exchange.follow("test", 0, told::add);
            begin();
            for (int i = 0; i < ACTS; i++) {
                act();
            }
            last = staff(new CreditDeposit(1, new Money(1), "the end")).sequence();
            await().until(() -> told.get(told.size() - 1).sequence() >= last);
            return List.copyOf(told);
        }
    }

    private void begin() {
        staff(new RegisterParticipant(SELLER, ""));
        for (int person = 1; person <= PEOPLE; person++) {
            staff(new RegisterParticipant(person, ""));
            staff(new CreditDeposit(person, new Money(1_000_000), ""));
            staff(new CreditUnits(person, "share-a", 500));
        }
        BookTerms terms = new BookTerms(new Money(1), new Money(1), new Money(100_000));
        for (int book = 1; book <= BOOKS; book++) {
            staff(new OpenBook(book, "share-a", new Title("份额", "Units"), terms, null, null, "trading begins"));
        }
        for (int lot = 1; lot <= LOTS; lot++) {
            announce(lot);
        }
    }

    private void announce(int lot) {
        EnglishTerms terms = new EnglishTerms(
                new Money(1_000),
                List.of(new Step(Money.ZERO, new Money(100))),
                true,
                0,
                Duration.ofMinutes(20),
                SoftClose.NONE,
                false);
        staff(new AnnounceLot(
                lot,
                new Title("拍品", "Lot " + lot),
                SELLER,
                "PRIVATE_SALE",
                new Money(100),
                Reserve.NONE,
                List.of(terms),
                0,
                new OutageRule(false, Duration.ZERO)));
        for (int person = 1; person <= PEOPLE; person++) {
            if (draw.chance(2)) {
                ask(person, new HoldDeposit(lot, 0));
            }
        }
        staff(new OpenLot(lot, "the session begins"));
        price[lot] = 1_000;
    }

    private void act() {
        int person = 1 + draw.below(PEOPLE);
        int lot = 1 + draw.below(LOTS);
        int book = 1 + draw.below(BOOKS);
        long amount = 100L + draw.below(12);
        switch (draw.below(12)) {
            case 0 -> staff(new PauseLot(lot, "a pause"));
            case 1, 2 -> staff(new ResumeLot(lot, "it goes on"));
            case 3, 4, 5 -> bid(person, lot);
            case 6 -> ask(person, new CancelOrder(book, 0, order()));
            case 7 -> ask(person, new AmendOrder(book, 0, order(), new Money(amount), 1 + draw.below(20)));
            default -> place(person, book, amount);
        }
    }

    private void bid(int person, int lot) {
        if (ask(person, new PlaceBid(lot, 0, new Money(price[lot]))).accepted()) {
            price[lot] += 100;
        }
    }

    private long order() {
        return orders.isEmpty() ? 1 : orders.get(draw.below(orders.size()));
    }

    private void place(int person, int book, long amount) {
        boolean isMarket = draw.chance(8);
        Answer answer = ask(
                person,
                new PlaceOrder(
                        book,
                        0,
                        draw.chance(2) ? Side.BUY : Side.SELL,
                        isMarket ? OrderType.MARKET : OrderType.LIMIT,
                        isMarket ? Money.ZERO : new Money(amount),
                        1 + draw.below(20),
                        isMarket ? TimeInForce.IOC : TimeInForce.GTC,
                        0,
                        false,
                        SelfTrade.CANCEL_NEWEST,
                        false));
        if (answer.accepted()) {
            orders.add(answer.sequence());
        }
    }

    private Answer staff(Command command) {
        return ask(9001, Role.OPERATOR, command);
    }

    private Answer ask(int person, Command command) {
        return ask(person, Role.BIDDER, command);
    }

    private Answer ask(long actor, Role role, Command command) {
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        Origin origin = new Origin(actor, 0, ClientId.NONE, 1, 0, 0, role, Channel.ONLINE);
        exchange.submit(origin, command, Reply.keeping(answer::complete));
        return answer.join();
    }
}
