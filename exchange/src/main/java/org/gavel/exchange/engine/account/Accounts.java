package org.gavel.exchange.engine.account;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.gavel.exchange.engine.Request;
import org.gavel.exchange.engine.index.LongIndex;
import org.gavel.exchange.engine.state.StateWriter;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.Residence;
import org.gavel.protocol.value.Role;

/**
 * Every participant's account. Money is conserved: what all accounts have together with what fell to the venue is
 * what was paid in less what was paid out, checked with every posting.
 */
public final class Accounts {
    private static final int FIRST_SIZE = 64;

    private final LongIndex places = new LongIndex();
    private final Persons persons = new Persons();
    private final Relations relations = new Relations(this);
    private Account[] accounts = new Account[FIRST_SIZE];
    private int size;

    /** Who was looked for last and where: one command asks several times. */
    private int asked;

    private int askedPlace = LongIndex.NONE;
    private long paidIn;
    private long paidOut;
    private long free;
    private long held;
    private long forfeited;

    public boolean has(int participant) {
        return place(participant) != LongIndex.NONE;
    }

    /** Whether this participant may have asked: everybody acts for themselves, and the venue's staff for who is registered. */
    public RejectReason checkActor(Request request, int participant) {
        if (request.role() == Role.BIDDER && request.actor() != participant) {
            return RejectReason.NOT_YOUR_ACCOUNT;
        }
        return has(participant) ? RejectReason.NONE : RejectReason.PARTICIPANT_UNKNOWN;
    }

    private int place(int participant) {
        if (participant != asked || askedPlace == LongIndex.NONE) {
            asked = participant;
            askedPlace = places.get(participant);
        }
        return askedPlace;
    }

    /** The account, or nothing known: ask {@link #has} first. */
    public Account get(int participant) {
        int place = place(participant);
        if (place == LongIndex.NONE) {
            throw new IllegalStateException("no participant " + participant);
        }
        return accounts[place];
    }

    /** Who is on record as related to whom. */
    public Relations relations() {
        return relations;
    }

    /** Whether two participants are one legal person, as far as the venue knows. */
    public boolean areOnePerson(int one, int other) {
        return one == other || personOf(one) == personOf(other);
    }

    /** The number that stands for a participant's legal person: the first registered of all that are one. */
    public int personOf(int participant) {
        return persons.first(get(participant)).participant();
    }

    /** How many legal persons these participants are. */
    public int persons(IntStream participants) {
        return (int) participants.map(this::personOf).distinct().count();
    }

    /** Whether the venue knows no other number of the participant's legal person. */
    public boolean isAlone(int participant) {
        Account account = get(participant);
        return account.next() == account;
    }

    /** Every number of the participant's legal person, theirs among them, in order of registration. */
    public IntStream numbersOf(int participant) {
        Account first = persons.first(get(participant));
        IntStream.Builder numbers = IntStream.builder();
        Account each = first;
        do {
            numbers.add(each.participant());
            each = each.next();
        } while (each != first);
        return numbers.build();
    }

    /** Fen of all accounts together, and what fell to the venue. */
    public long total() {
        return free + held + forfeited;
    }

    public void register(int participant, String identityHash) {
        if (size == accounts.length) {
            accounts = Arrays.copyOf(accounts, size * 2);
        }
        places.put(participant, size);
        Account account = new Account(participant, size, identityHash);
        accounts[size++] = account;
        persons.join(account);
    }

    /** Puts on record who a participant is. */
    void describe(Account account, String legalPerson, Residence residence, boolean staff) {
        persons.leave(account);
        account.describe(legalPerson, residence, staff);
        persons.join(account);
    }

    public void credit(Account account, long amount) {
        account.credit(amount);
        paidIn = Math.addExact(paidIn, amount);
        free = Math.addExact(free, amount);
        checkConserved();
    }

    public void withdraw(Account account, long amount) {
        account.withdraw(amount);
        paidOut = Math.addExact(paidOut, amount);
        free -= amount;
        checkConserved();
    }

    public void hold(Account account, long amount) {
        account.hold(amount);
        free -= amount;
        held += amount;
        checkConserved();
    }

    public void release(Account account, long amount) {
        account.release(amount);
        held -= amount;
        free += amount;
        checkConserved();
    }

    /** What is held of the account falls to the venue. */
    public void forfeit(Account account, long amount) {
        account.forfeit(amount);
        held -= amount;
        forfeited = Math.addExact(forfeited, amount);
        checkConserved();
    }

    /** Fen that fell to the venue. */
    public long forfeited() {
        return forfeited;
    }

    public void creditUnits(Account account, String asset, long quantity) {
        account.creditUnits(asset, quantity);
    }

    /** Holds for an order; frees where the amount is negative. */
    public void holdForOrders(Account account, long amount) {
        account.holdForOrders(amount);
        free -= amount;
        held += amount;
        checkConserved();
    }

    /** Holds units for an order; frees them where the quantity is negative. */
    public void holdUnits(UnitBalance units, long quantity) {
        units.hold(quantity);
    }

    /** A trade's money: {@code amount} of what the buyer had held goes to the seller, the rest is free again. */
    public void pay(Account buyer, Account seller, long heldAmount, long amount) {
        buyer.pay(heldAmount, amount);
        seller.credit(amount);
        held -= heldAmount;
        free += heldAmount;
        checkConserved();
    }

    /** A trade's units: what the seller had held is the buyer's. */
    public void deliver(UnitBalance seller, UnitBalance buyer, long quantity) {
        seller.deliver(quantity);
        buyer.credit(quantity);
    }

    private void checkConserved() {
        if (free < 0 || held < 0 || total() != paidIn - paidOut) {
            throw new IllegalStateException("money is not conserved");
        }
    }

    /** Where nothing is forfeited, exactly what was written before anything could be. */
    public void writeTo(StateWriter out) {
        out.put(paidIn).put(paidOut).put(free).put(held).put(size);
        Arrays.stream(accounts, 0, size)
                .sorted(Comparator.comparingInt(Account::participant))
                .forEach(account -> account.writeTo(out));
        if (forfeited > 0) {
            out.put("forfeited").put(forfeited);
        }
    }
}
