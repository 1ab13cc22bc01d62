package org.gavel.exchange.engine.trading;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.agrona.collections.Int2ObjectHashMap;
import org.gavel.exchange.engine.account.Accounts;
import org.gavel.exchange.engine.book.CallAuction;
import org.gavel.exchange.engine.book.OrderDesk;
import org.gavel.exchange.engine.book.resting.OrderStore;
import org.gavel.exchange.engine.state.StateWriter;
import org.gavel.exchange.engine.timer.Deadline;
import org.gavel.exchange.engine.timer.TimerQueue;
import org.gavel.protocol.value.BookPhase;

/** Every unit book of the venue, what they share, and when each has something to do. */
public final class Books {
    /** The most books a venue can have. */
    static final int MAX_BOOKS = 1 << 20;

    private final Int2ObjectHashMap<Book> books = new Int2ObjectHashMap<>();
    private final TimerQueue timers;
    private final AccountHoldings holdings;
    private final OrderStore store = new OrderStore();
    private final OrderDesk desk;
    private final CallAuction auction;

    public Books(Accounts accounts, TimerQueue timers) {
        this.timers = timers;
        holdings = new AccountHoldings(accounts, this);
        desk = new OrderDesk(store, holdings);
        auction = new CallAuction(desk, holdings);
    }

    public boolean has(int number) {
        return books.containsKey(number);
    }

    /** The book, or null where there is none. */
    Book find(int number) {
        return books.get(number);
    }

    /** The book; ask {@link #has} first. */
    Book get(int number) {
        Book book = books.get(number);
        if (book == null) {
            throw new IllegalStateException("no book " + number);
        }
        return book;
    }

    boolean isFull() {
        return books.size() == MAX_BOOKS;
    }

    void add(Book book) {
        books.put(book.number(), book);
    }

    OrderStore store() {
        return store;
    }

    OrderDesk desk() {
        return desk;
    }

    CallAuction auction() {
        return auction;
    }

    AccountHoldings holdings() {
        return holdings;
    }

    /** In the order of their numbers. */
    void forEach(Consumer<Book> action) {
        books.keySet().stream()
                .mapToInt(Integer::intValue)
                .sorted()
                .forEach(number -> action.accept(books.get(number)));
    }

    /** The numbers of the books in which a call runs, in order. */
    public List<Integer> inCall() {
        List<Integer> numbers = new ArrayList<>();
        forEach(book -> {
            if (book.phase() == BookPhase.CALL) {
                numbers.add(book.number());
            }
        });
        return numbers;
    }

    /** Sets the book's deadline to what it next has to do. */
    void schedule(Book book) {
        long due = book.nextDue();
        Deadline deadline = book.deadline();
        if (due == Long.MAX_VALUE) {
            timers.cancel(deadline);
        } else if (!deadline.isPending() || deadline.due() != due) {
            timers.schedule(deadline, Deadline.Kind.BOOK, due);
        }
    }

    /** Nothing before there is a book, so that the state of a venue without one is what it always was. */
    public void writeTo(StateWriter out) {
        if (books.isEmpty()) {
            return;
        }
        out.put("books").put(books.size());
        forEach(book -> book.writeTo(out));
    }
}
