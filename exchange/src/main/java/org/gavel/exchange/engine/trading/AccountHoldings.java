package org.gavel.exchange.engine.trading;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.agrona.collections.Int2IntHashMap;
import org.gavel.exchange.engine.account.Account;
import org.gavel.exchange.engine.account.Accounts;
import org.gavel.exchange.engine.account.UnitBalance;
import org.gavel.exchange.engine.book.holding.Holdings;
import org.gavel.exchange.engine.index.LongIndex;

/**
 * What stands behind orders: the participants' own accounts, whose free money backs deposits of lots as well. Books of
 * one asset share its units. A position is made when it is first asked for and forgotten never; it holds nothing of
 * its own, so no byte of the state knows it.
 */
final class AccountHoldings implements Holdings {
    private static final int FIRST_SIZE = 64;

    private final Accounts accounts;
    private final Books books;
    private final LongIndex index = new LongIndex();

    /** Book and participant of each position. */
    private long[] keys = new long[FIRST_SIZE];

    private Account[] owners = new Account[FIRST_SIZE];
    private UnitBalance[] units = new UnitBalance[FIRST_SIZE];

    /** The position of the same participant made before this one, or {@link #NONE}. */
    private int[] before = new int[FIRST_SIZE];

    /** The position each participant was given last: where the chain of theirs begins. */
    private final Int2IntHashMap last = new Int2IntHashMap(NONE);

    private int size;

    AccountHoldings(Accounts accounts, Books books) {
        this.accounts = accounts;
        this.books = books;
    }

    @Override
    public int position(int book, int participant) {
        long key = ((long) book << 32) | (participant & 0xFFFF_FFFFL);
        int position = index.get(key);
        if (position != LongIndex.NONE) {
            return position;
        }
        return accounts.has(participant) ? open(key, book, participant) : NONE;
    }

    private int open(long key, int book, int participant) {
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, size * 2);
            owners = Arrays.copyOf(owners, size * 2);
            units = Arrays.copyOf(units, size * 2);
            before = Arrays.copyOf(before, size * 2);
        }
        Account owner = accounts.get(participant);
        keys[size] = key;
        owners[size] = owner;
        units[size] = owner.balance(books.get(book).asset());
        before[size] = last.put(participant, size);
        index.put(key, size);
        return size++;
    }

    /** The numbers of all books in which a participant has a position, ascending. */
    int[] booksOf(int participant) {
        return IntStream.iterate(last.get(participant), at -> at != NONE, at -> before[at])
                .map(at -> (int) (keys[at] >>> 32))
                .sorted()
                .toArray();
    }

    @Override
    public long free(int position, boolean money) {
        return money ? owners[position].free() : units[position].free();
    }

    @Override
    public void rest(int position, int more) {
        owners[position].rest(more);
    }

    @Override
    public void hold(int position, boolean money, long amount) {
        if (money) {
            accounts.holdForOrders(owners[position], amount);
        } else {
            accounts.holdUnits(units[position], amount);
        }
    }

    @Override
    public void settle(int buyer, int seller, long quantity, long price, long heldPrice) {
        accounts.pay(owners[buyer], owners[seller], quantity * heldPrice, quantity * price);
        accounts.deliver(units[seller], units[buyer], quantity);
    }
}
