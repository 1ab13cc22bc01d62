package org.gavel.exchange.settlement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gavel.exchange.api.Applied;
import org.gavel.exchange.engine.MarketFixture;
import org.gavel.protocol.command.CancelOrders;
import org.gavel.protocol.command.Command;
import org.gavel.protocol.command.CreditDeposit;
import org.gavel.protocol.command.CreditUnits;
import org.gavel.protocol.command.OpenBook;
import org.gavel.protocol.command.PlaceOrder;
import org.gavel.protocol.command.RegisterParticipant;
import org.gavel.protocol.command.WithdrawDeposit;
import org.gavel.protocol.event.Event;
import org.gavel.protocol.event.OrdersTraded;
import org.gavel.protocol.event.VenueOpened;
import org.gavel.protocol.value.BookTerms;
import org.gavel.protocol.value.Draw;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.OrderType;
import org.gavel.protocol.value.SelfTrade;
import org.gavel.protocol.value.Side;
import org.gavel.protocol.value.TimeInForce;
import org.gavel.protocol.value.Title;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the engine trades in a unit book is what the ledger holds, whatever rests while money comes and goes. */
class BookSettlementTest {
    private static final int BOOK = 1;
    private static final int PEOPLE = 4;
    private static final int STEPS = 250;

    @TempDir
    Path directory;

    @Test
    void theLedgerHoldsEveryTradeOnceAndAgreesWithEveryStatedBalance() {
        Draw.many(5, this::check);
    }

    private void check(Draw draw) {
        MarketFixture market = MarketFixture.venue();
        BookTerms terms = new BookTerms(new Money(1), new Money(1), new Money(1_000));
        market.staff(new OpenBook(BOOK, "share-a", new Title("", "Units"), terms, null, null, "trading begins"));
        for (int person = 101; person <= 100 + PEOPLE; person++) {
            market.staff(new RegisterParticipant(person, ""));
            market.staff(new CreditDeposit(person, new Money(50_000), "bank"));
            market.staff(new CreditUnits(person, "share-a", 200));
        }
        for (int step = 0; step < STEPS; step++) {
            act(draw, market, 101 + draw.below(PEOPLE));
        }
        List<Applied> deliveries = deliveries(market);
        List<OrdersTraded> trades = deliveries.stream()
                .flatMap(applied -> applied.events().stream())
                .filter(OrdersTraded.class::isInstance)
                .map(OrdersTraded.class::cast)
                .toList();
        assertTrue(trades.size() > 20, () -> "the market trades: " + trades.size());
        Applied first = deliveries.get(0);
        String venue = ((VenueOpened) first.events().get(0)).venue();
        JournalHead head = new JournalHead(venue, first.timestamp(), deliveries.size());
        try (Ledger ledger = Ledger.open(DatabaseKind.SQLITE.fresh(directory), "test")) {
            try (Settlement settlement = Settlement.start(ledger, head)) {
                settlement.acceptAll(deliveries);
            }
            assertEquals(List.of(), Reconciliation.of(ledger));
            assertEquals(
                    trades.stream().map(OrdersTraded::trade).toList(),
                    ledger.trades().stream().map(UnitTrade::trade).toList());
        }
    }

    private static void act(Draw draw, MarketFixture market, int person) {
        switch (draw.below(8)) {
            case 0 -> market.staff(new CreditDeposit(person, new Money(1 + draw.below(900)), "bank"));
            case 1 -> market.staff(new WithdrawDeposit(person, new Money(1 + draw.below(900)), "bank"));
            case 2 -> market.by(person, draw.chance(3) ? new CancelOrders(BOOK, 0) : order(draw));
            default -> market.by(person, order(draw));
        }
    }

    private static Command order(Draw draw) {
        return new PlaceOrder(
                BOOK,
                0,
                draw.flag() ? Side.BUY : Side.SELL,
                OrderType.LIMIT,
                new Money(90 + draw.below(20)),
                1 + draw.below(30),
                draw.chance(4) ? TimeInForce.IOC : TimeInForce.GTC,
                0,
                false,
                draw.oneOf(SelfTrade.values()),
                false);
    }

    private static List<Applied> deliveries(MarketFixture market) {
        List<Applied> deliveries = new ArrayList<>();
        List<List<Event>> history = market.history();
        for (int i = 0; i < history.size(); i++) {
            deliveries.add(new Applied(i + 1L, market.submissions().get(i).time(), history.get(i)));
        }
        return deliveries;
    }
}
