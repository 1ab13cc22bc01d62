package org.gavel.exchange.engine.trading;

import org.gavel.exchange.engine.Behaviour;
import org.gavel.exchange.engine.EventSink;
import org.gavel.exchange.engine.Request;
import org.gavel.exchange.engine.account.Account;
import org.gavel.exchange.engine.account.Accounts;
import org.gavel.exchange.engine.book.Execution;
import org.gavel.exchange.engine.book.NewOrder;
import org.gavel.exchange.engine.book.OrderBook;
import org.gavel.exchange.engine.book.OrderDesk;
import org.gavel.protocol.command.CancelOrders;
import org.gavel.protocol.command.OrderFields;
import org.gavel.protocol.command.OrderFields.Kind;
import org.gavel.protocol.command.ReportDisconnect;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.AdmissionState;
import org.gavel.protocol.value.OrderType;
import org.gavel.protocol.value.Side;
import org.gavel.protocol.value.TimeInForce;

/**
 * Takes what participants do with orders. The hot path of unit books: an act on one order allocates nothing, and its cost
 * does not grow with books, orders or participants; what ends many costs what each of them does. An order's number is the
 * sequence of the command that placed it.
 */
public final class OrderEntry {
    private final Accounts accounts;
    private final Books books;
    private final OrderDesk desk;
    private final BookTape tape = new BookTape();
    private final NewOrder order = new NewOrder();

    public OrderEntry(Accounts accounts, Books books) {
        this.accounts = accounts;
        this.books = books;
        desk = books.desk();
    }

    /** Takes an act on one order, or says why not. */
    public RejectReason act(Request request, OrderFields asked, EventSink out) {
        int participant = request.participant(asked.participant());
        RejectReason refusal = accounts.checkActor(request, participant);
        if (refusal != RejectReason.NONE) {
            return refusal;
        }
        Book book = books.find(asked.book());
        if (book == null) {
            return RejectReason.BOOK_UNKNOWN;
        }
        refusal = mayTrade(book, asked, participant);
        if (refusal == RejectReason.NONE && asked.kind() == Kind.PLACE && isTooMany(book, asked, participant)) {
            return request.refuse(RejectReason.OPEN_ORDERS_MANY, book.maxOpenOrders());
        }
        if (refusal == RejectReason.NONE) {
            refusal = check(request, book.orders(), asked, participant);
        }
        if (refusal != RejectReason.NONE) {
            return request.refuse(refusal, desk.takeDetail());
        }
        request.commit();
        desk.bandJudgesAll(!request.follows(Behaviour.BAND_JUDGES_TRADES));
        accept(book.orders(), asked, tape.of(request, book, request.time(), out).asked(asked));
        book.changed(request.time());
        books.schedule(book);
        return RejectReason.NONE;
    }

    /** Ends a participant's orders in one book or in all. */
    public RejectReason cancelAll(Request request, CancelOrders asked, EventSink out) {
        int participant = request.participant(asked.participant());
        RejectReason refusal = accounts.checkActor(request, participant);
        if (refusal == RejectReason.NONE && asked.book() != 0 && !books.has(asked.book())) {
            refusal = RejectReason.BOOK_UNKNOWN;
        }
        if (refusal != RejectReason.NONE) {
            return refusal;
        }
        request.commit();
        int[] numbers =
                asked.book() != 0 ? new int[] {asked.book()} : books.holdings().booksOf(participant);
        for (int number : numbers) {
            Book book = books.get(number);
            int ended = desk.ends().cancelAll(book.orders(), participant, tape.of(request, book, request.time(), out));
            changed(book, ended, request.time());
        }
        return RejectReason.NONE;
    }

    /** Ends what a participant's connection placed and asked to end with it, in every book. */
    public RejectReason disconnect(Request request, ReportDisconnect asked, EventSink out) {
        request.commit();
        for (int number : books.holdings().booksOf(asked.participant())) {
            Book book = books.get(number);
            int ended = desk.ends()
                    .disconnect(
                            book.orders(),
                            asked.participant(),
                            asked.session(),
                            tape.of(request, book, request.time(), out));
            changed(book, ended, request.time());
        }
        return RejectReason.NONE;
    }

    private void changed(Book book, int ended, long now) {
        if (ended > 0) {
            book.changed(now);
            books.schedule(book);
        }
    }

    /** Whoever may no longer trade may still take back what they have not traded. */
    private RejectReason mayTrade(Book book, OrderFields asked, int participant) {
        if (asked.kind() == Kind.CANCEL || asked.kind() == Kind.REDUCE) {
            return RejectReason.NONE;
        }
        Account account = accounts.get(participant);
        if (account.isStaff()) {
            return RejectReason.STAFF_BID;
        }
        return book.terms().verifiedOnly() && account.admission() == AdmissionState.REGISTERED
                ? RejectReason.NOT_VERIFIED
                : account.checkAdmitted();
    }

    /** What a participant has open ends by one command or one lost connection: how much that can be is bounded here. */
    private boolean isTooMany(Book book, OrderFields asked, int participant) {
        return book.maxOpenOrders() != 0
                && asked.timeInForce() != TimeInForce.IOC
                && asked.timeInForce() != TimeInForce.FOK
                && accounts.get(participant).openOrders() >= book.maxOpenOrders();
    }

    private RejectReason check(Request request, OrderBook book, OrderFields asked, int participant) {
        return switch (asked.kind()) {
            case PLACE -> desk.checkPlace(book, order(request, asked, participant), request.time());
            case AMEND -> desk.checkAmend(book, asked.order(), participant, asked.price(), asked.quantity());
            case MOVE -> desk.checkMove(book, asked.order(), participant, asked.price());
            case REDUCE -> desk.checkReduce(book, asked.order(), participant, asked.quantity());
            case CANCEL -> desk.checkCancel(book, asked.order(), participant);
        };
    }

    private void accept(OrderBook book, OrderFields asked, BookTape out) {
        switch (asked.kind()) {
            case PLACE -> desk.acceptPlace(book, order, out);
            case AMEND -> desk.acceptAmend(book, asked.price(), asked.quantity(), out);
            case MOVE -> desk.acceptMove(book, asked.price(), out);
            case REDUCE -> desk.acceptReduce(book, asked.quantity(), out);
            case CANCEL -> desk.acceptCancel(book, out);
        }
    }

    private NewOrder order(Request request, OrderFields asked, int participant) {
        boolean buys = asked.side() == Side.BUY;
        if (asked.type() == OrderType.MARKET) {
            order.market(request.sequence(), participant, buys, asked.quantity());
        } else {
            order.limit(request.sequence(), participant, buys, asked.price(), asked.quantity());
        }
        order.execution(execution(request, asked)).selfTrade(asked.selfTrade());
        if (asked.timeInForce() == TimeInForce.DAY) {
            order.forTheDay();
        } else if (asked.timeInForce() == TimeInForce.GTD) {
            order.expiresAt(asked.expiresAt());
        }
        return asked.cancelOnDisconnect() ? order.endsWith(request.session()) : order;
    }

    private Execution execution(Request request, OrderFields asked) {
        return switch (asked.timeInForce()) {
            case IOC -> Execution.IOC;
            case FOK -> fillOrKill(request);
            case GTC, DAY, GTD -> asked.postOnly() ? Execution.POST_ONLY : Execution.RESTING;
        };
    }

    /** Only these orders ask what is behind the participant's own. */
    private Execution fillOrKill(Request request) {
        desk.bandKillsAll(!request.follows(Behaviour.FILLS_BEHIND_OWN));
        return Execution.FOK;
    }
}
