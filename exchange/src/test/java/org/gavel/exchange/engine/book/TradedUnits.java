package org.gavel.exchange.engine.book;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gavel.exchange.engine.book.holding.Positions;
import org.gavel.exchange.engine.book.resting.OrderStore;
import org.gavel.protocol.reject.RejectReason;

/** One book and participants with more than they can spend, asked in one line and answered in lines. */
final class TradedUnits {
    static final int INSTRUMENT = 1;
    static final Path DATA = Path.of(System.getProperty("gavel.reference.data", "../shared/data"));

    final Positions positions = new Positions();
    final OrderStore store = new OrderStore();
    final OrderDesk desk = new OrderDesk(store, positions);
    final CallAuction auction = new CallAuction(desk, positions);
    final OrderBook book = new OrderBook(INSTRUMENT, store);
    final Transcript said = new Transcript();
    final NewOrder in = new NewOrder();

    /** A file of reference data, or the test is skipped by its name. */
    static Path reference(String file) {
        Path path = DATA.resolve(file);
        assumeTrue(Files.exists(path), "skipped: no " + file + " at gavel.reference.data");
        return path;
    }

    TradedUnits rich(int participant) {
        return owning(participant, Long.MAX_VALUE / 8, Long.MAX_VALUE / 8);
    }

    TradedUnits owning(int participant, long money, long units) {
        positions.register(participant);
        positions.creditMoney(participant, money);
        positions.creditUnits(INSTRUMENT, participant, units);
        return this;
    }

    TradedUnits limits(long lowest, long highest) {
        book.acceptLimits(1, lowest, highest);
        return this;
    }

    NewOrder buy(long id, int participant, long quantity, long price) {
        return in.limit(id, participant, true, price, quantity);
    }

    NewOrder sell(long id, int participant, long quantity, long price) {
        return in.limit(id, participant, false, price, quantity);
    }

    RejectReason ask(NewOrder order) {
        return ask(order, 0);
    }

    RejectReason ask(NewOrder order, long now) {
        RejectReason refusal = desk.checkPlace(book, order, now);
        if (refusal == RejectReason.NONE) {
            desk.acceptPlace(book, order, said);
        }
        return refusal;
    }

    /** What placing the order makes happen. */
    List<String> place(NewOrder order) {
        assertEquals(RejectReason.NONE, ask(order));
        return said.take();
    }

    RejectReason askAmend(long id, int participant, long price, long quantity) {
        RejectReason refusal = desk.checkAmend(book, id, participant, price, quantity);
        if (refusal == RejectReason.NONE) {
            desk.acceptAmend(book, price, quantity, said);
        }
        return refusal;
    }

    List<String> amend(long id, int participant, long price, long quantity) {
        assertEquals(RejectReason.NONE, askAmend(id, participant, price, quantity));
        return said.take();
    }

    List<String> reduce(long id, int participant, long by) {
        assertEquals(RejectReason.NONE, desk.checkReduce(book, id, participant, by));
        desk.acceptReduce(book, by, said);
        return said.take();
    }

    List<String> cancel(long id, int participant) {
        assertEquals(RejectReason.NONE, desk.checkCancel(book, id, participant));
        desk.acceptCancel(book, said);
        return said.take();
    }

    List<String> call() {
        assertEquals(RejectReason.NONE, auction.checkCall(book));
        auction.acceptCall(book, said);
        return said.take();
    }

    List<String> cross() {
        assertEquals(RejectReason.NONE, auction.checkCross(book));
        auction.acceptCross(book, said);
        return said.take();
    }

    /** Levels from the best on, {@code quantity@price}. */
    List<String> levels(boolean buys, int most) {
        List<String> levels = new ArrayList<>();
        book.depth(buys, most, new BookReader() {
            @Override
            public void level(long price, long quantity, int orders) {
                levels.add(quantity + "@" + price);
            }
        });
        return levels;
    }

    /** Orders in the turn they would trade, {@code quantity@price #id}. */
    List<String> orders(boolean buys) {
        List<String> orders = new ArrayList<>();
        book.orders(buys, new BookReader() {
            @Override
            public void order(long order, int participant, long price, long quantity) {
                orders.add(quantity + "@" + price + " #" + order);
            }
        });
        return orders;
    }

    long freeMoney(int participant) {
        return positions.free(positions.position(INSTRUMENT, participant), true);
    }

    long freeUnits(int participant) {
        return positions.free(positions.position(INSTRUMENT, participant), false);
    }
}
