package org.gavel.exchange.engine.book.holding;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.gavel.exchange.engine.index.LongIndex;
import org.gavel.exchange.engine.state.StateWriter;

/**
 * Holdings in one array of numbers, accounts and positions alike: nothing is allocated but when a new participant or
 * position needs room. A position comes into being when it is first asked for. Nothing in it is ever negative, and what
 * is handed over is neither made nor lost.
 */
public final class Positions implements Holdings {
    private static final int FIRST_SIZE = 64;
    private static final int WORDS = 4;

    /** Of an account its participant, of a position its instrument and participant. */
    private static final int KEY = 0;

    /** How many words behind a position its account is, or before it where negative; of an account 0. */
    private static final int AWAY = 1;

    private static final int FREE = 2;
    private static final int HELD = 3;

    private final LongIndex accountIndex = new LongIndex();
    private final LongIndex positionIndex = new LongIndex();
    private long[] words = new long[FIRST_SIZE];
    private int size;

    /** Admits a participant with nothing. */
    public void register(int participant) {
        accountIndex.put(participant, open(participant, size));
    }

    private int open(long key, int account) {
        if (size * WORDS == words.length) {
            words = Arrays.copyOf(words, words.length * 2);
        }
        words[size * WORDS + KEY] = key;
        words[size * WORDS + AWAY] = ((long) account - size) * WORDS;
        return size++;
    }

    public void creditMoney(int participant, long amount) {
        credit(accountIndex.get(participant), amount);
    }

    public void creditUnits(int instrument, int participant, long quantity) {
        credit(position(instrument, participant), quantity);
    }

    private void credit(int number, long amount) {
        words[number * WORDS + FREE] = Math.addExact(words[number * WORDS + FREE], amount);
    }

    @Override
    public int position(int instrument, int participant) {
        long key = ((long) instrument << Integer.SIZE) | (participant & 0xFFFF_FFFFL);
        int position = positionIndex.get(key);
        return position != LongIndex.NONE ? position : openPosition(key, accountIndex.get(participant));
    }

    private int openPosition(long key, int account) {
        if (account == LongIndex.NONE) {
            return NONE;
        }
        int position = open(key, account);
        positionIndex.put(key, position);
        return position;
    }

    /** Where the money or the units of a position are, without a branch: nobody can foresee which are asked for. */
    private int at(int position, boolean money) {
        int own = position * WORDS;
        return own + ((int) words[own + AWAY] & -(money ? 1 : 0));
    }

    @Override
    public long free(int position, boolean money) {
        return words[at(position, money) + FREE];
    }

    /** What is held of the participant's money or of the position's units. */
    public long held(int position, boolean money) {
        return words[at(position, money) + HELD];
    }

    /** Nothing is bounded by how many there are. */
    @Override
    public void rest(int position, int more) {}

    @Override
    public void hold(int position, boolean money, long amount) {
        int at = at(position, money);
        words[at + FREE] = notNegative(words[at + FREE] - amount);
        words[at + HELD] = notNegative(words[at + HELD] + amount);
    }

    @Override
    public void settle(int buyer, int seller, long quantity, long price, long heldPrice) {
        int payer = at(buyer, true);
        int payee = at(seller, true);
        int from = at(seller, false);
        int to = at(buyer, false);
        words[payer + HELD] = notNegative(words[payer + HELD] - quantity * heldPrice);
        words[payer + FREE] += quantity * (heldPrice - price);
        words[payee + FREE] = notNegative(words[payee + FREE] + quantity * price);
        words[from + HELD] = notNegative(words[from + HELD] - quantity);
        words[to + FREE] = notNegative(words[to + FREE] + quantity);
    }

    private static long notNegative(long balance) {
        if (balance < 0) {
            throw new IllegalStateException("a holding would be negative");
        }
        return balance;
    }

    /** Accounts by participant, then what is not nothing by instrument and participant. */
    public void writeTo(StateWriter out) {
        write(true, out);
        write(false, out);
    }

    private void write(boolean accounts, StateWriter out) {
        int[] found = IntStream.range(0, size)
                .filter(number -> accounts == (words[number * WORDS + AWAY] == 0))
                .map(number -> number * WORDS)
                .filter(at -> accounts || words[at + FREE] + words[at + HELD] > 0)
                .boxed()
                .sorted(Comparator.comparing(at -> words[at + KEY]))
                .mapToInt(Integer::intValue)
                .toArray();
        out.put(found.length);
        for (int at : found) {
            out.put(words[at + KEY]).put(words[at + FREE]).put(words[at + HELD]);
        }
    }
}
