package org.gavel.bench.book;

import org.gavel.bench.CountedId;
import org.gavel.exchange.engine.Request;
import org.gavel.exchange.engine.answer.Answers;
import org.gavel.exchange.engine.book.BookReader;
import org.gavel.exchange.engine.book.Execution;
import org.gavel.exchange.engine.book.NewOrder;
import org.gavel.exchange.engine.book.OrderBook;
import org.gavel.exchange.engine.book.OrderDesk;
import org.gavel.exchange.engine.book.holding.Positions;
import org.gavel.exchange.engine.book.resting.OrderStore;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.Channel;
import org.gavel.protocol.value.Role;

/** Our book with all that belongs to it: holds, events, and the look-up and keeping of every answer. */
final class GavelBook implements Contender {
    private static final int INSTRUMENT = 40_000;
    private static final int USERS = 1_000;
    private static final long PLENTY = 1L << 50;

    private final Request request = new Request();
    private final NewOrder in = new NewOrder();
    private final EncodedEvents out = new EncodedEvents();
    private Answers answers;
    private OrderStore store;
    private OrderDesk desk;
    private OrderBook book;

    @Override
    public void prepare(OrderStream stream) {
        Positions positions = new Positions();
        for (int user = 1; user <= USERS; user++) {
            positions.register(user);
            positions.creditMoney(user, PLENTY);
            positions.creditUnits(INSTRUMENT, user, PLENTY);
        }
        answers = new Answers();
        store = new OrderStore();
        desk = new OrderDesk(store, positions);
        book = new OrderBook(INSTRUMENT, store);
    }

    @Override
    public void play(OrderStream stream, Tally tally) {
        out.begin(tally);
        for (int at = 0; at < stream.size(); at++) {
            command(stream, at);
        }
    }

    private void command(OrderStream stream, int at) {
        long sequence = at + 1L;
        int kind = stream.kind(at);
        long order = stream.order(at);
        int user = stream.user(at);
        long price = stream.price(at);
        long quantity = stream.quantity(at);
        request.begin(sequence, sequence, user, CountedId.high(sequence), 0).from(Role.BIDDER, Channel.ONLINE);
        if (answers.find(user, request.clientIdHigh(), request.clientIdLow())) {
            throw new IllegalStateException("a client id comes twice");
        }
        out.command(sequence);
        switch (kind) {
            case OrderStream.MOVE -> move(order, user, price);
            case OrderStream.PLACE -> {
                in.limit(order, user, stream.buys(at), price, quantity);
                place(stream.isIoc(at) ? Execution.IOC : Execution.RESTING);
            }
            case OrderStream.CANCEL -> cancel(order, user);
            default -> reduce(order, user, quantity);
        }
        answers.remember(user, request, content(kind, order, price, quantity), RejectReason.NONE);
    }

    private void place(Execution execution) {
        in.execution(execution);
        if (passes(desk.checkPlace(book, in, request.time()))) {
            desk.acceptPlace(book, in, out);
        }
    }

    private void move(long order, int user, long price) {
        if (passes(desk.checkMove(book, order, user, price))) {
            desk.acceptMove(book, price, out);
        }
    }

    private void reduce(long order, int user, long by) {
        if (passes(desk.checkReduce(book, order, user, by))) {
            desk.acceptReduce(book, by, out);
        }
    }

    private void cancel(long order, int user) {
        if (passes(desk.checkCancel(book, order, user))) {
            desk.acceptCancel(book, out);
        }
    }

    private boolean passes(RejectReason refusal) {
        if (refusal == RejectReason.NONE) {
            request.commit();
        }
        return refusal == RejectReason.NONE;
    }

    private static long content(int kind, long order, long price, long quantity) {
        long hash = (kind ^ order) * 0x9E3779B97F4A7C15L;
        hash = (hash ^ price) * 0x9E3779B97F4A7C15L;
        return (hash ^ quantity) * 0x9E3779B97F4A7C15L;
    }

    @Override
    public void show(Tally tally) {
        BookReader reader = new BookReader() {
            @Override
            public void order(long order, int participant, long price, long quantity) {
                tally.order(order, price, quantity);
            }
        };
        book.orders(true, reader);
        book.orders(false, reader);
    }
}
