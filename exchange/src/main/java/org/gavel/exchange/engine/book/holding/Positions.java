package org.gavel.exchange.engine.book.holding;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.gavel.exchange.engine.book.resting.LongIndex;
import org.gavel.exchange.engine.state.StateWriter;

/**
 * Holdings in primitive arrays: nothing is allocated but when a new participant or position needs room. A position
 * comes into being when it is first asked for. Nothing in it is ever negative, and what is handed over is neither
 * made nor lost.
 */
public final class Positions implements Holdings {
    private static final int FIRST_SIZE = 64;

    private static final int ACCOUNT_WORDS = 4;
    private static final int PARTICIPANT = 0;
    private static final int POSITION_WORDS = 4;
    private static final int KEY = 0;
    private static final int ACCOUNT = 1;
    private static final int FREE = 2;
    private static final int HELD = 3;

    private final LongIndex accountIndex = new LongIndex();
    private final LongIndex positionIndex = new LongIndex();

    /** Four words each: participant, nothing, free and held money. */
    private long[] accounts = new long[FIRST_SIZE];

    private int accountsEnd;

    /** Four words each: instrument and participant, where the account is, free and held units. */
    private long[] positions = new long[FIRST_SIZE];

    private int positionsEnd;

    /** Admits a participant with nothing. */
    public void register(int participant) {
        if (accountsEnd == accounts.length) {
            accounts = Arrays.copyOf(accounts, accountsEnd * 2);
        }
        accounts[accountsEnd + PARTICIPANT] = participant;
        accountIndex.put(participant, accountsEnd);
        accountsEnd += ACCOUNT_WORDS;
    }

    public void creditMoney(int participant, long amount) {
        int account = accountIndex.get(participant);
        accounts[account + FREE] = Math.addExact(accounts[account + FREE], amount);
    }

    public void creditUnits(int instrument, int participant, long quantity) {
        int at = position(instrument, participant) * POSITION_WORDS;
        positions[at + FREE] = Math.addExact(positions[at + FREE], quantity);
    }

    @Override
    public int position(int instrument, int participant) {
        long key = ((long) instrument << 32) | (participant & 0xFFFF_FFFFL);
        int position = positionIndex.get(key);
        return position != LongIndex.NONE ? position : open(key, accountIndex.get(participant));
    }

    private int open(long key, int account) {
        if (account == LongIndex.NONE) {
            return NONE;
        }
        if (positionsEnd == positions.length) {
            positions = Arrays.copyOf(positions, positionsEnd * 2);
        }
        positions[positionsEnd + KEY] = key;
        positions[positionsEnd + ACCOUNT] = account;
        int position = positionsEnd / POSITION_WORDS;
        positionIndex.put(key, position);
        positionsEnd += POSITION_WORDS;
        return position;
    }

    private int account(int position) {
        return (int) positions[position * POSITION_WORDS + ACCOUNT];
    }

    @Override
    public long freeMoney(int position) {
        return accounts[account(position) + FREE];
    }

    public long heldMoney(int position) {
        return accounts[account(position) + HELD];
    }

    @Override
    public long freeUnits(int position) {
        return positions[position * POSITION_WORDS + FREE];
    }

    public long heldUnits(int position) {
        return positions[position * POSITION_WORDS + HELD];
    }

    @Override
    public void holdMoney(int position, long amount) {
        hold(accounts, account(position), amount);
    }

    @Override
    public void holdUnits(int position, long quantity) {
        hold(positions, position * POSITION_WORDS, quantity);
    }

    private static void hold(long[] words, int at, long amount) {
        words[at + FREE] = notNegative(words[at + FREE] - amount);
        words[at + HELD] = notNegative(words[at + HELD] + amount);
    }

    @Override
    public void settle(int buyer, int seller, long quantity, long price, long heldPrice) {
        int payer = account(buyer);
        int payee = account(seller);
        int from = seller * POSITION_WORDS;
        int to = buyer * POSITION_WORDS;
        accounts[payer + HELD] = notNegative(accounts[payer + HELD] - quantity * heldPrice);
        accounts[payer + FREE] += quantity * (heldPrice - price);
        accounts[payee + FREE] = notNegative(accounts[payee + FREE] + quantity * price);
        positions[from + HELD] = notNegative(positions[from + HELD] - quantity);
        positions[to + FREE] = notNegative(positions[to + FREE] + quantity);
    }

    private static long notNegative(long balance) {
        if (balance < 0) {
            throw new IllegalStateException("a holding would be negative");
        }
        return balance;
    }

    /** Accounts by participant, then what is not nothing by instrument and participant. */
    public void writeTo(StateWriter out) {
        write(accounts, accountsEnd, true, out);
        write(positions, positionsEnd, false, out);
    }

    private static void write(long[] words, int end, boolean empty, StateWriter out) {
        int[] found = IntStream.range(0, end / POSITION_WORDS)
                .map(i -> i * POSITION_WORDS)
                .filter(at -> empty || words[at + FREE] + words[at + HELD] > 0)
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
