package org.gavel.exchange.engine.trading;

import org.gavel.exchange.engine.Behaviour;
import org.gavel.exchange.engine.EventSink;
import org.gavel.exchange.engine.Request;
import org.gavel.exchange.engine.book.CallAuction;
import org.gavel.protocol.event.BookCrossed;
import org.gavel.protocol.event.BookPhaseBegun;
import org.gavel.protocol.event.BookPhaseCause;
import org.gavel.protocol.event.CallIndicated;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.reject.Require;
import org.gavel.protocol.value.BookPhase;
import org.gavel.protocol.value.Micros;
import org.gavel.protocol.value.Money;

/**
 * The course of a book: what its day and its calls do when their time has come, and every turn of its phase. A call
 * crosses at the time announced; it goes on for one volatility call where its price lies outside the band, and without a
 * time where there is no price at all.
 */
public final class BookCourse {
    private final Books books;
    private final CallAuction auction;
    private final BookTape tape = new BookTape();

    public BookCourse(Books books) {
        this.books = books;
        auction = books.auction();
    }

    /**
     * Lets the one thing happen that is due, and sets the next. Of equal times orders expire first, then a call
     * crosses, the opening call begins, the closing call begins, the day closes, and what a call would cross at is told.
     */
    public void fire(Request request, int number, long due, EventSink out) {
        Book book = books.get(number);
        request.commit();
        if (book.orders().nextDue() <= due) {
            books.desk().ends().expire(book.orders(), due, tape.of(request, book, due, out));
            book.changed(due);
        } else if (isDue(book.until(), due)) {
            endCall(request, book, due, out);
        } else if (isDue(book.opensAt(), due)) {
            book.opened();
            call(book, BookPhaseCause.SCHEDULE, book.crossesAt(), "", out);
            book.changed(due);
        } else if (isDue(book.closingCallAt(), due)) {
            beginClosingCall(request, book, due, out);
        } else if (isDue(book.closesAt(), due)) {
            close(request, book, BookPhaseCause.SCHEDULE, "", due, out);
        } else if (isDue(book.indicateAt(), due)) {
            indicate(book, due, out);
        }
        books.schedule(book);
    }

    private static boolean isDue(long time, long now) {
        return time != 0 && time <= now;
    }

    private void endCall(Request request, Book book, long due, EventSink out) {
        boolean closes = isDue(book.closesAt(), due);
        if (auction.checkCross(book.orders()) != RejectReason.NONE) {
            goOnWithoutPrice(request, book, due, out);
        } else if (leavesBand(request, book) && !endsTheDay(request, book, closes)) {
            extend(book, closes, due, out);
        } else {
            cross(request, book, closes, "", due, out);
        }
    }

    /** Once: the price a volatility call finds stands, wherever it is. */
    private boolean leavesBand(Request request, Book book) {
        return request.follows(Behaviour.CALLS_EXTENDED)
                && !book.isVolatile()
                && auction.price() != 0
                && !book.orders().isInBand(auction.price());
    }

    private void goOnWithoutPrice(Request request, Book book, long due, EventSink out) {
        call(book, BookPhaseCause.NO_PRICE, 0, "", out);
        if (request.follows(Behaviour.PRICELESS_CALLS_TOLD)) {
            book.changed(due);
        }
    }

    /** A call that is not the closing call crosses at the close as it is: the day waits for none but that. */
    private static boolean endsTheDay(Request request, Book book, boolean closes) {
        return closes && !book.isClosing() && request.follows(Behaviour.CALLS_END_WITH_THE_DAY);
    }

    /** The call goes on, so that others can answer a price nobody expected; a closing call takes the day's close along. */
    private void extend(Book book, boolean closes, long due, EventSink out) {
        long until = due + Micros.of(book.terms().volatilityCall());
        if (closes) {
            book.closesAt(until);
        } else if (book.closesAt() != 0) {
            until = Math.min(until, book.closesAt());
        }
        Money price = new Money(auction.price());
        turn(book, BookPhase.CALL, BookPhaseCause.VOLATILITY, price, until, "", out);
        book.becomesVolatile();
        book.changed(due);
    }

    /** A halted book comes back into its closing call when it is resumed. */
    private void beginClosingCall(Request request, Book book, long due, EventSink out) {
        book.closingCallBegun();
        if (request.follows(Behaviour.CLOSING_CALLS_CLOSE)) {
            book.becomesClosing();
        }
        if (book.phase().takesOrders()) {
            call(book, BookPhaseCause.SCHEDULE, book.closesAt(), "", out);
            book.changed(due);
        }
    }

    /** Begins a call, or gives the one that runs another end. */
    void call(Book book, BookPhaseCause cause, long until, String reason, EventSink out) {
        turn(book, BookPhase.CALL, cause, until, reason, out);
    }

    /** Ends the call with the cross of the last check. */
    void cross(Request request, Book book, boolean closes, String reason, long now, EventSink out) {
        BookPhase next = closes ? BookPhase.CLOSED : BookPhase.CONTINUOUS;
        auction.acceptCross(book.orders(), next, tape.of(request, book, now, out));
        out.emit(new BookCrossed(
                book.number(), new Money(auction.price()), limited(auction.volume()), limited(auction.imbalance())));
        if (closes) {
            close(request, book, BookPhaseCause.CROSSED, reason, now, out);
        } else {
            turn(book, BookPhase.CONTINUOUS, BookPhaseCause.CROSSED, book.nextCloseOrCall(), reason, out);
        }
    }

    /** Closes the day: orders good for it end. */
    void close(Request request, Book book, BookPhaseCause cause, String reason, long now, EventSink out) {
        book.dayOver();
        turn(book, BookPhase.CLOSED, cause, 0, reason, out);
        books.desk().ends().closeDay(book.orders(), tape.of(request, book, now, out));
    }

    /** Turns the book's phase and says so. */
    void turn(Book book, BookPhase phase, BookPhaseCause cause, long until, String reason, EventSink out) {
        turn(book, phase, cause, Money.ZERO, until, reason, out);
    }

    private static void turn(
            Book book, BookPhase phase, BookPhaseCause cause, Money price, long until, String reason, EventSink out) {
        book.callOver();
        book.orders().phase(phase);
        if (phase == BookPhase.CALL) {
            book.until(until);
        }
        out.emit(new BookPhaseBegun(book.number(), phase, cause, price, until, reason));
    }

    private void indicate(Book book, long due, EventSink out) {
        auction.find(book.orders());
        book.indicated(due);
        out.emit(new CallIndicated(
                book.number(), new Money(auction.price()), limited(auction.volume()), limited(auction.imbalance())));
    }

    /** No message holds a larger number. */
    private static long limited(long quantity) {
        return Math.max(-Require.MAX_NUMBER, Math.min(quantity, Require.MAX_NUMBER));
    }

    /** Nobody is connected any more: in every book, whatever its phase, orders that were to end with it end. */
    public void disconnectAll(Request request, long now, EventSink out) {
        books.forEach(book -> {
            if (books.desk().ends().disconnectAll(book.orders(), tape.of(request, book, now, out)) > 0) {
                book.changed(now);
                books.schedule(book);
            }
        });
    }

    /** The node was away: whatever was open goes through a call, or waits for the staff. */
    public void restart(Request request, long now, EventSink out) {
        boolean closesOnly = request.follows(Behaviour.DELAYED_CLOSES_CROSS_NOTHING);
        books.forEach(book -> restart(book, closesOnly && isDue(book.closesAt(), now), now, out));
    }

    /** A closing call nobody could take part in is left out where the day closes at once. */
    private void restart(Book book, boolean closesAtOnce, long now, EventSink out) {
        if (closesAtOnce) {
            book.closingCallBegun();
        }
        long announced = book.until();
        if (isDue(book.opensAt(), now)) {
            announced = book.crossesAt();
            book.opened();
        } else if (!book.phase().takesOrders()) {
            return;
        }
        long length = Micros.of(book.terms().outageCall());
        if (length == 0) {
            turn(book, BookPhase.HALTED, BookPhaseCause.OUTAGE, 0, "", out);
        } else {
            long until = Math.max(announced, now + length);
            boolean closesFirst = book.closesAt() > now && book.closesAt() < until;
            call(book, BookPhaseCause.OUTAGE, closesFirst ? book.closesAt() : until, "", out);
            book.changed(now);
        }
        books.schedule(book);
    }

    /** A fault in this book, before anything changed: it is halted, and nothing happens in it until it is resumed. */
    public void fail(int number, String reason, EventSink out) {
        turn(books.get(number), BookPhase.HALTED, BookPhaseCause.FAULT, 0, reason, out);
    }
}
