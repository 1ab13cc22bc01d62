package org.gavel.exchange.engine.book.holding;

import java.util.Arrays;
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

    private final LongIndex accountIndex = new LongIndex(account -> participants()[account]);
    private final LongIndex positionIndex = new LongIndex(position -> keys()[position]);

    private int[] participants = new int[FIRST_SIZE];
    private long[] freeMoney = new long[FIRST_SIZE];
    private long[] heldMoney = new long[FIRST_SIZE];
    private int accounts;

    private long[] keys = new long[FIRST_SIZE];
    private int[] accountOf = new int[FIRST_SIZE];
    private long[] freeUnits = new long[FIRST_SIZE];
    private long[] heldUnits = new long[FIRST_SIZE];
    private int positions;

    private int[] participants() {
        return participants;
    }

    private long[] keys() {
        return keys;
    }

    /** Admits a participant with nothing. */
    public void register(int participant) {
        if (accounts == participants.length) {
            participants = Arrays.copyOf(participants, accounts * 2);
            freeMoney = Arrays.copyOf(freeMoney, accounts * 2);
            heldMoney = Arrays.copyOf(heldMoney, accounts * 2);
        }
        participants[accounts] = participant;
        accountIndex.put(participant, accounts);
        accounts++;
    }

    public void creditMoney(int participant, long amount) {
        int account = accountIndex.get(participant);
        freeMoney[account] = Math.addExact(freeMoney[account], amount);
    }

    public void creditUnits(int instrument, int participant, long quantity) {
        int position = position(instrument, participant);
        freeUnits[position] = Math.addExact(freeUnits[position], quantity);
    }

    @Override
    public int position(int instrument, int participant) {
        long key = (long) instrument << 32 | participant & 0xFFFF_FFFFL;
        int position = positionIndex.get(key);
        return position != LongIndex.NONE ? position : open(key, accountIndex.get(participant));
    }

    private int open(long key, int account) {
        if (account == LongIndex.NONE) {
            return NONE;
        }
        if (positions == keys.length) {
            keys = Arrays.copyOf(keys, positions * 2);
            accountOf = Arrays.copyOf(accountOf, positions * 2);
            freeUnits = Arrays.copyOf(freeUnits, positions * 2);
            heldUnits = Arrays.copyOf(heldUnits, positions * 2);
        }
        keys[positions] = key;
        accountOf[positions] = account;
        positionIndex.put(key, positions);
        return positions++;
    }

    @Override
    public long freeMoney(int position) {
        return freeMoney[accountOf[position]];
    }

    public long heldMoney(int position) {
        return heldMoney[accountOf[position]];
    }

    @Override
    public long freeUnits(int position) {
        return freeUnits[position];
    }

    public long heldUnits(int position) {
        return heldUnits[position];
    }

    @Override
    public void holdMoney(int position, long amount) {
        int account = accountOf[position];
        freeMoney[account] = notNegative(freeMoney[account] - amount);
        heldMoney[account] = notNegative(heldMoney[account] + amount);
    }

    @Override
    public void holdUnits(int position, long quantity) {
        freeUnits[position] = notNegative(freeUnits[position] - quantity);
        heldUnits[position] = notNegative(heldUnits[position] + quantity);
    }

    @Override
    public void settle(int buyer, int seller, long quantity, long price, long heldPrice) {
        int payer = accountOf[buyer];
        int payee = accountOf[seller];
        heldMoney[payer] = notNegative(heldMoney[payer] - quantity * heldPrice);
        freeMoney[payer] += quantity * (heldPrice - price);
        freeMoney[payee] = notNegative(freeMoney[payee] + quantity * price);
        heldUnits[seller] = notNegative(heldUnits[seller] - quantity);
        freeUnits[buyer] = notNegative(freeUnits[buyer] + quantity);
    }

    private static long notNegative(long balance) {
        if (balance < 0) {
            throw new IllegalStateException("a holding would be negative");
        }
        return balance;
    }

    /** Accounts by participant, then positions by instrument and participant. */
    public void writeTo(StateWriter out) {
        out.put(accounts);
        IntStream.range(0, accounts)
                .boxed()
                .sorted((a, b) -> Integer.compare(participants[a], participants[b]))
                .forEach(a -> out.put(participants[a]).put(freeMoney[a]).put(heldMoney[a]));
        int[] filled = IntStream.range(0, positions)
                .filter(p -> freeUnits[p] + heldUnits[p] > 0)
                .boxed()
                .sorted((a, b) -> Long.compare(keys[a], keys[b]))
                .mapToInt(Integer::intValue)
                .toArray();
        out.put(filled.length);
        for (int position : filled) {
            out.put(keys[position]).put(freeUnits[position]).put(heldUnits[position]);
        }
    }
}
