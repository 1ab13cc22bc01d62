package org.gavel.exchange.engine.account;

import java.util.Map;
import java.util.TreeMap;
import org.gavel.exchange.engine.state.StateWriter;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.AdmissionState;
import org.gavel.protocol.value.Residence;

/**
 * A participant: who they are as far as the rules ask, and their deposit account of free and held fen and units of
 * divisible rights. Nothing in it is negative.
 */
public final class Account {
    private final int participant;
    private final int place;
    private final String identityHash;
    private final TreeMap<String, UnitBalance> units = new TreeMap<>();
    private long free;
    private long held;
    private long heldForOrders;

    /** How many orders rest in the venue's books: what the books hold, told here to be asked at once. */
    private int openOrders;

    private String identity = "";
    private boolean identityErased;
    private AdmissionState admission = AdmissionState.REGISTERED;
    private String legalPerson = "";
    private Residence residence = Residence.UNKNOWN;
    private boolean staff;

    /** The next number of the same legal person, in a ring. */
    private Account next = this;

    /** The account of who is registered at this place, counted from 0. */
    Account(int participant, int place, String identityHash) {
        this.participant = participant;
        this.place = place;
        this.identityHash = identityHash;
    }

    public int participant() {
        return participant;
    }

    /** Which registration it was, counted from 0. */
    int place() {
        return place;
    }

    /** The number of the same legal person that was registered next, after the last the first: maybe themselves. */
    public Account next() {
        return next;
    }

    void next(Account following) {
        next = following;
    }

    /** How many orders they have open in the venue's books. */
    public int openOrders() {
        return openOrders;
    }

    /** So many orders more rest, or fewer where negative. */
    public void rest(int more) {
        openOrders += more;
    }

    public AdmissionState admission() {
        return admission;
    }

    /** Whether the venue lets them take part in anything new at all. */
    public RejectReason checkAdmitted() {
        return switch (admission) {
            case SUSPENDED -> RejectReason.PARTICIPANT_SUSPENDED;
            case BARRED -> RejectReason.PARTICIPANT_BARRED;
            case REGISTERED, VERIFIED -> RejectReason.NONE;
        };
    }

    void admission(AdmissionState next) {
        admission = next;
    }

    public Residence residence() {
        return residence;
    }

    /** Whether they work for the venue. */
    public boolean isStaff() {
        return staff;
    }

    /**
     * The keyed hash of the legal person, equal for all who are the same; empty where it is not known.
     *
     * @param byIdentity whether their own identity counts where no legal person is on record
     */
    public String person(boolean byIdentity) {
        return legalPerson.isEmpty() && byIdentity ? identityHash : legalPerson;
    }

    void describe(String person, Residence where, boolean isStaff) {
        legalPerson = person;
        residence = where;
        staff = isStaff;
    }

    /** Whether this is on record about them already. */
    boolean isDescribed(String person, Residence where, boolean isStaff) {
        return legalPerson.equals(person) && residence == where && staff == isStaff;
    }

    /** SHA-256 of the encrypted identity on record, lower-case hex; empty where there is none. */
    String identity() {
        return identity;
    }

    void identity(String sealedHash) {
        identity = sealedHash;
    }

    boolean isIdentityErased() {
        return identityErased;
    }

    void eraseIdentity() {
        identityErased = true;
    }

    /** Fen that back nothing. */
    public long free() {
        return free;
    }

    /** Fen held for lots and orders. */
    public long held() {
        return held;
    }

    /** Fen held for orders in unit books, part of what is held. */
    public long heldForOrders() {
        return heldForOrders;
    }

    /** Units of the asset, free and held together. */
    public long units(String asset) {
        UnitBalance balance = units.get(asset);
        return balance == null ? 0 : balance.total();
    }

    /** What the account has of the asset; made where there is nothing yet, and written nowhere until there is. */
    public UnitBalance balance(String asset) {
        return units.computeIfAbsent(asset, name -> new UnitBalance());
    }

    void credit(long amount) {
        free = Math.addExact(free, amount);
    }

    void withdraw(long amount) {
        free = notNegative(free - amount);
    }

    void hold(long amount) {
        free = notNegative(free - amount);
        held = Math.addExact(held, amount);
    }

    void release(long amount) {
        held = notNegative(held - amount);
        free = Math.addExact(free, amount);
    }

    /** Holds for orders, of what is free; frees where the amount is negative. */
    void holdForOrders(long amount) {
        free = notNegative(free - amount);
        held = notNegative(held + amount);
        heldForOrders = notNegative(heldForOrders + amount);
    }

    /** Pays what was held for an order, and frees what was held beyond it. */
    void pay(long heldAmount, long amount) {
        held = notNegative(held - heldAmount);
        heldForOrders = notNegative(heldForOrders - heldAmount);
        free = Math.addExact(free, heldAmount - amount);
    }

    void forfeit(long amount) {
        held = notNegative(held - amount);
    }

    void creditUnits(String asset, long quantity) {
        balance(asset).credit(quantity);
    }

    private long notNegative(long balance) {
        if (balance < 0) {
            throw new IllegalStateException("account " + participant + " would be negative");
        }
        return balance;
    }

    /** Where nothing has been decided about the person, exactly what was written before anything could be. */
    void writeTo(StateWriter out) {
        out.put(participant).put(identityHash).put(free).put(held);
        writeUnits(out);
        if (admission != AdmissionState.REGISTERED || !isDescribed("", Residence.UNKNOWN, false)) {
            out.put("person")
                    .put(admission.name())
                    .put(legalPerson)
                    .put(residence.name())
                    .put(staff);
        }
        if (!identity.isEmpty()) {
            out.put("identity").put(identity).put(identityErased);
        }
    }

    private void writeUnits(StateWriter out) {
        out.put((int)
                units.values().stream().filter(balance -> balance.total() > 0).count());
        for (Map.Entry<String, UnitBalance> each : units.entrySet()) {
            if (each.getValue().total() > 0) {
                out.put(each.getKey()).put(each.getValue().total());
            }
        }
    }
}
