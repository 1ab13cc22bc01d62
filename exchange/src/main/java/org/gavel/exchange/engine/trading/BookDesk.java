package org.gavel.exchange.engine.trading;

import org.gavel.exchange.engine.EventSink;
import org.gavel.exchange.engine.Request;
import org.gavel.exchange.engine.book.CallAuction;
import org.gavel.protocol.command.CallBook;
import org.gavel.protocol.command.CloseBook;
import org.gavel.protocol.command.CrossBook;
import org.gavel.protocol.command.HaltBook;
import org.gavel.protocol.command.OpenBook;
import org.gavel.protocol.command.ResumeBook;
import org.gavel.protocol.command.StartTradingDay;
import org.gavel.protocol.event.BookOpened;
import org.gavel.protocol.event.BookPhaseCause;
import org.gavel.protocol.event.TradingDaySet;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.BookPhase;
import org.gavel.protocol.value.TradingDay;

/** What the venue's staff do with unit books. */
public final class BookDesk {
    private final Books books;
    private final BookCourse course;
    private final CallAuction auction;

    public BookDesk(Books books, BookCourse course) {
        this.books = books;
        this.course = course;
        auction = books.auction();
    }

    public RejectReason open(Request request, OpenBook asked, EventSink out) {
        if (books.has(asked.book())) {
            return RejectReason.BOOK_EXISTS;
        }
        if (books.isFull()) {
            return request.refuse(RejectReason.BOOKS_MANY, Books.MAX_BOOKS);
        }
        RejectReason refusal = checkReference(request, asked);
        if (refusal == RejectReason.NONE) {
            refusal = checkDay(request, asked.day());
        }
        if (refusal != RejectReason.NONE) {
            return refusal;
        }
        request.commit();
        Book book = new Book(asked, books.store());
        books.add(book);
        out.emit(new BookOpened(
                asked.book(),
                asked.asset(),
                asked.title(),
                asked.terms(),
                asked.reference(),
                asked.reason(),
                asked.maxOpenOrders()));
        begin(request, book, asked.day(), asked.reason(), out);
        return RejectReason.NONE;
    }

    private static RejectReason checkReference(Request request, OpenBook asked) {
        long reference = asked.reference().fen();
        if (reference == 0) {
            return RejectReason.NONE;
        }
        if (reference < asked.terms().lowest().fen()) {
            return request.refuse(
                    RejectReason.PRICE_TOO_LOW, asked.terms().lowest().fen());
        }
        return reference > asked.terms().highest().fen()
                ? request.refuse(
                        RejectReason.PRICE_TOO_HIGH, asked.terms().highest().fen())
                : RejectReason.NONE;
    }

    private static RejectReason checkDay(Request request, TradingDay day) {
        boolean isPast = day.first() != 0 && day.first() <= request.time();
        return isPast ? RejectReason.BAD_TRADING_DAY : RejectReason.NONE;
    }

    /** Sets the next day of a book that is closed and waits for none. */
    public RejectReason startDay(Request request, StartTradingDay asked, EventSink out) {
        if (!books.has(asked.book())) {
            return RejectReason.BOOK_UNKNOWN;
        }
        Book book = books.get(asked.book());
        if (book.phase() != BookPhase.CLOSED || book.opensAt() != 0) {
            return RejectReason.DAY_RUNS;
        }
        RejectReason refusal = checkDay(request, asked.day());
        if (refusal == RejectReason.NONE && asked.day().crossAt() == 0 && auction.crosses(book.orders())) {
            refusal = RejectReason.BOOK_CROSSED;
        }
        if (refusal == RejectReason.NONE) {
            request.commit();
            begin(request, book, asked.day(), asked.reason(), out);
        }
        return refusal;
    }

    private void begin(Request request, Book book, TradingDay day, String reason, EventSink out) {
        book.day(day);
        out.emit(new TradingDaySet(book.number(), day, reason));
        if (day.callAt() != 0) {
            course.turn(book, BookPhase.CLOSED, BookPhaseCause.SCHEDULE, day.callAt(), reason, out);
        } else if (day.crossAt() != 0) {
            course.call(book, BookPhaseCause.SCHEDULE, day.crossAt(), reason, out);
            book.changed(request.time());
        } else {
            course.turn(book, BookPhase.CONTINUOUS, BookPhaseCause.SCHEDULE, book.nextCloseOrCall(), reason, out);
        }
        books.schedule(book);
    }

    public RejectReason call(Request request, CallBook asked, EventSink out) {
        if (!books.has(asked.book())) {
            return RejectReason.BOOK_UNKNOWN;
        }
        Book book = books.get(asked.book());
        RejectReason refusal = auction.checkCall(book.orders());
        if (refusal == RejectReason.NONE) {
            refusal = checkCross(request, book, asked.crossAt());
        }
        if (refusal == RejectReason.NONE) {
            request.commit();
            course.call(book, BookPhaseCause.STAFF, book.crossOf(asked.crossAt()), asked.reason(), out);
            book.changed(request.time());
            books.schedule(book);
        }
        return refusal;
    }

    private static RejectReason checkCross(Request request, Book book, long crossAt) {
        boolean isPast = crossAt != 0 && crossAt <= request.time();
        boolean isLate = book.closesAt() != 0 && crossAt > book.closesAt();
        return isPast || isLate ? RejectReason.CROSS_TIME_PAST : RejectReason.NONE;
    }

    public RejectReason cross(Request request, CrossBook asked, EventSink out) {
        if (!books.has(asked.book())) {
            return RejectReason.BOOK_UNKNOWN;
        }
        Book book = books.get(asked.book());
        RejectReason refusal = auction.checkCross(book.orders());
        if (refusal == RejectReason.NONE) {
            request.commit();
            course.cross(request, book, book.isClosing(), asked.reason(), request.time(), out);
            books.schedule(book);
        }
        return refusal;
    }

    public RejectReason halt(Request request, HaltBook asked, EventSink out) {
        if (!books.has(asked.book())) {
            return RejectReason.BOOK_UNKNOWN;
        }
        Book book = books.get(asked.book());
        RejectReason refusal = auction.checkHalt(book.orders());
        if (refusal == RejectReason.NONE) {
            request.commit();
            course.turn(book, BookPhase.HALTED, BookPhaseCause.STAFF, 0, asked.reason(), out);
            books.schedule(book);
        }
        return refusal;
    }

    public RejectReason resume(Request request, ResumeBook asked, EventSink out) {
        if (!books.has(asked.book())) {
            return RejectReason.BOOK_UNKNOWN;
        }
        Book book = books.get(asked.book());
        if (book.phase() != BookPhase.HALTED) {
            return RejectReason.WRONG_BOOK_PHASE;
        }
        RejectReason refusal = checkCross(request, book, asked.crossAt());
        if (refusal == RejectReason.NONE && book.crossOf(asked.crossAt()) == 0) {
            refusal = auction.checkResume(book.orders());
        }
        if (refusal == RejectReason.NONE) {
            request.commit();
            resume(book, asked, out);
            book.changed(request.time());
            books.schedule(book);
        }
        return refusal;
    }

    private void resume(Book book, ResumeBook asked, EventSink out) {
        long crossAt = book.crossOf(asked.crossAt());
        if (crossAt != 0) {
            course.call(book, BookPhaseCause.STAFF, crossAt, asked.reason(), out);
        } else {
            course.turn(book, BookPhase.CONTINUOUS, BookPhaseCause.STAFF, book.nextCloseOrCall(), asked.reason(), out);
        }
    }

    public RejectReason close(Request request, CloseBook asked, EventSink out) {
        if (!books.has(asked.book())) {
            return RejectReason.BOOK_UNKNOWN;
        }
        Book book = books.get(asked.book());
        if (book.phase() == BookPhase.CLOSED && book.opensAt() == 0) {
            return RejectReason.WRONG_BOOK_PHASE;
        }
        request.commit();
        course.close(request, book, BookPhaseCause.STAFF, asked.reason(), request.time(), out);
        books.schedule(book);
        return RejectReason.NONE;
    }
}
