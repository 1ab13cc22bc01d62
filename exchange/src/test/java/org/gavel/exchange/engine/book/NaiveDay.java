package org.gavel.exchange.engine.book;

import java.util.stream.LongStream;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.BookPhase;
import org.gavel.protocol.value.TradingDay;

/** What time and the staff do with a naive book, written down as the rules say it: one thing after the other. */
final class NaiveDay {
    final NaiveBook book;
    private final long volatility;
    private final long interval;
    private long opensAt;
    private long crossesAt;
    private long closingCallAt;
    private long closesAt;
    private boolean isClosing;
    private long until;
    private boolean isVolatile;
    private long indicateAt;
    private long indicatedAt;

    NaiveDay(NaiveBook book, long volatility, long interval) {
        this.book = book;
        this.volatility = volatility;
        this.interval = interval;
    }

    void passTo(long now) {
        for (long due = next(); due <= now; due = next()) {
            happen(due);
        }
    }

    private long next() {
        return LongStream.of(opensAt, closingCallAt, closesAt, until, indicateAt, book.nextExpiry())
                .filter(time -> time != 0)
                .min()
                .orElse(Long.MAX_VALUE);
    }

    private static boolean isDue(long time, long now) {
        return time != 0 && time <= now;
    }

    private void happen(long due) {
        if (book.nextExpiry() <= due) {
            book.expire(due);
            changed(due);
        } else if (isDue(until, due)) {
            endCall(due);
        } else if (isDue(opensAt, due)) {
            opensAt = 0;
            turn(BookPhase.CALL, crossesAt);
            changed(due);
        } else if (isDue(closingCallAt, due)) {
            closingCallAt = 0;
            isClosing = true;
            if (book.phase.takesOrders()) {
                turn(BookPhase.CALL, closesAt);
                changed(due);
            }
        } else if (isDue(closesAt, due)) {
            close();
        } else {
            indicateAt = 0;
            indicatedAt = due;
            long[] found = book.indicative();
            book.say("would %d@%d %d".formatted(found[1], found[0], found[2]));
        }
    }

    private void endCall(long due) {
        long price = book.indicative()[0];
        boolean closesOnly = isDue(closesAt, due) && !isClosing;
        if (!isVolatile && price != 0 && !book.isInBand(price) && !closesOnly) {
            goOn(price, due);
            return;
        }
        if (book.cross() != RejectReason.NONE) {
            turn(BookPhase.CALL, 0);
            changed(due);
            return;
        }
        callOver();
        if (isDue(closesAt, due)) {
            close();
        }
    }

    /** Once, for a volatility call; the closing call takes the close along, another ends with the day. */
    private void goOn(long price, long due) {
        long end = due + volatility;
        if (isClosing) {
            closesAt = end;
        } else if (closesAt != 0) {
            end = Math.min(end, closesAt);
        }
        callOver();
        until = end;
        isVolatile = true;
        book.say("phase CALL " + price);
        changed(due);
    }

    private void callOver() {
        until = 0;
        isVolatile = false;
        indicateAt = 0;
        indicatedAt = 0;
    }

    private void turn(BookPhase phase, long end) {
        callOver();
        book.phase = phase;
        until = phase == BookPhase.CALL ? end : 0;
        book.say("phase %s 0".formatted(phase));
    }

    long closesAt() {
        return closesAt;
    }

    /** After each act on an order. */
    void changed(long now) {
        if (book.phase == BookPhase.CALL && indicateAt == 0) {
            indicateAt = indicatedAt == 0 ? now : Math.max(now, indicatedAt + interval);
        }
    }

    /** A trade would have left the band. */
    void interrupted(long now) {
        callOver();
        isVolatile = true;
        until = closesAt == 0 ? now + volatility : Math.min(now + volatility, closesAt);
    }

    private void close() {
        opensAt = 0;
        crossesAt = 0;
        closingCallAt = 0;
        closesAt = 0;
        isClosing = false;
        turn(BookPhase.CLOSED, 0);
        book.closeDay();
    }

    RejectReason askClose() {
        if (book.phase == BookPhase.CLOSED && opensAt == 0) {
            return RejectReason.WRONG_BOOK_PHASE;
        }
        close();
        return RejectReason.NONE;
    }

    RejectReason askStart(TradingDay day, long now) {
        if (book.phase != BookPhase.CLOSED || opensAt != 0) {
            return RejectReason.DAY_RUNS;
        }
        if (day.first() != 0 && day.first() <= now) {
            return RejectReason.BAD_TRADING_DAY;
        }
        if (day.crossAt() == 0 && book.crosses()) {
            return RejectReason.BOOK_CROSSED;
        }
        opensAt = day.callAt();
        crossesAt = day.crossAt();
        closingCallAt = day.closingCallAt();
        closesAt = day.closesAt();
        if (opensAt != 0) {
            turn(BookPhase.CLOSED, 0);
        } else if (crossesAt != 0) {
            turn(BookPhase.CALL, crossesAt);
        } else {
            turn(BookPhase.CONTINUOUS, 0);
        }
        changed(now);
        return RejectReason.NONE;
    }

    RejectReason askCall(long crossAt, long now) {
        if (book.phase == BookPhase.CALL || book.phase == BookPhase.CLOSED) {
            return RejectReason.WRONG_BOOK_PHASE;
        }
        return callUntil(crossAt, now);
    }

    private RejectReason callUntil(long crossAt, long now) {
        if ((closesAt != 0 && crossAt > closesAt) || (crossAt != 0 && crossAt <= now)) {
            return RejectReason.CROSS_TIME_PAST;
        }
        turn(BookPhase.CALL, isClosing ? closesAt : crossAt);
        changed(now);
        return RejectReason.NONE;
    }

    RejectReason askCross() {
        RejectReason refusal = book.cross();
        if (refusal == RejectReason.NONE) {
            callOver();
        }
        if (refusal == RejectReason.NONE && isClosing) {
            close();
        }
        return refusal;
    }

    RejectReason askHalt() {
        if (!book.phase.takesOrders()) {
            return RejectReason.WRONG_BOOK_PHASE;
        }
        turn(BookPhase.HALTED, 0);
        return RejectReason.NONE;
    }

    RejectReason askResume(long crossAt, long now) {
        if (book.phase != BookPhase.HALTED) {
            return RejectReason.WRONG_BOOK_PHASE;
        }
        if (crossAt != 0 || isClosing) {
            return callUntil(crossAt, now);
        }
        if (book.crosses()) {
            return RejectReason.BOOK_CROSSED;
        }
        turn(BookPhase.CONTINUOUS, 0);
        return RejectReason.NONE;
    }
}
