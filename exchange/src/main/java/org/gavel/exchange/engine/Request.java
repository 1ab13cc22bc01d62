package org.gavel.exchange.engine;

import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.Channel;
import org.gavel.protocol.value.ExclusionCause;
import org.gavel.protocol.value.Role;

/**
 * The command being applied: who asks, its place and time, and what became of it. One instance is reused for every
 * command; nothing may keep it. A reference is stored only where it changes: a collector's barrier behind a store in
 * an old object can cost as much as a whole check.
 */
public final class Request {
    private long sequence;
    private long time;
    private long actor;
    private long approver;
    private long clientIdHigh;
    private long clientIdLow;
    private Role role = Role.SYSTEM;
    private Channel channel = Channel.SYSTEM;

    private int lot;
    private int book;
    private int behaviour = Behaviour.FIRST;
    private long session;
    private String ruleSheet = "";
    private boolean committed;
    private RejectReason reason = RejectReason.NONE;
    private long detail;
    private long original;
    private int excluded;
    private ExclusionCause exclusion = ExclusionCause.NONE;

    /** Begins the next command. */
    public Request begin(long sequence, long time, long actor, long clientIdHigh, long clientIdLow) {
        this.sequence = sequence;
        this.time = time;
        this.actor = actor;
        approver = 0;
        this.clientIdHigh = clientIdHigh;
        this.clientIdLow = clientIdLow;
        lot = 0;
        book = 0;
        session = 0;
        ruledBy("");
        committed = false;
        answer(RejectReason.NONE, 0);
        original = 0;
        exclude(0, ExclusionCause.NONE);
        return this;
    }

    /** Sets the capacity and the door of the command just begun. */
    public Request from(Role role, Channel channel) {
        if (this.role != role) {
            this.role = role;
        }
        if (this.channel != channel) {
            this.channel = channel;
        }
        return this;
    }

    /** Sets the second person of the command just begun, 0 for nobody. */
    public Request approvedBy(long second) {
        approver = second;
        return this;
    }

    /** The second person of an act that needs two, or 0. */
    public long approver() {
        return approver;
    }

    /** What changes a result needs two persons. */
    public RejectReason checkApprover() {
        if (approver == 0) {
            return RejectReason.APPROVER_NEEDED;
        }
        return approver == actor ? RejectReason.SAME_APPROVER : RejectReason.NONE;
    }

    /** Its place in the one order. */
    public long sequence() {
        return sequence;
    }

    /** The sequencer's time, microseconds since 1970. */
    public long time() {
        return time;
    }

    public long actor() {
        return actor;
    }

    public long clientIdHigh() {
        return clientIdHigh;
    }

    public long clientIdLow() {
        return clientIdLow;
    }

    public boolean hasClientId() {
        return clientIdHigh != 0 || clientIdLow != 0;
    }

    public Role role() {
        return role;
    }

    public Channel channel() {
        return channel;
    }

    /** The participant an act is for: the one named, else the bidder who asks; 0 where that is nobody. */
    public int participant(int named) {
        boolean isOwn = named == 0 && role == Role.BIDDER && actor <= Integer.MAX_VALUE;
        return isOwn ? (int) actor : named;
    }

    /** The lot it is about, or 0. */
    public int lot() {
        return lot;
    }

    public void about(int lot) {
        this.lot = lot;
        book = 0;
    }

    /** The unit book it is about, or 0. */
    public int book() {
        return book;
    }

    void aboutBook(int book) {
        this.book = book;
        lot = 0;
    }

    /** Sets the connection the command just begun came through, 0 for none. */
    public Request through(long session) {
        this.session = session;
        return this;
    }

    /** The connection it came through, or 0. */
    public long session() {
        return session;
    }

    /** SHA-256 of the rule sheet of the lot it was about, lower-case hex; empty where it was about none. */
    public String ruleSheet() {
        return ruleSheet;
    }

    void ruledBy(String sheet) {
        if (!ruleSheet.isEmpty() || !sheet.isEmpty()) {
            ruleSheet = sheet;
        }
    }

    /** The market's behaviour while it is applied. */
    void under(int version) {
        behaviour = version;
    }

    /** Whether the venue's behaviour is one in which the engine does so. */
    public boolean follows(Behaviour newer) {
        return newer.isOf(behaviour);
    }

    /** Refuses with a detail for the reason's sentence; returns the reason. */
    public RejectReason refuse(RejectReason reason, long detail) {
        this.detail = detail;
        return reason;
    }

    /** Refuses what an excluded party tries, and keeps who that was; returns the reason. */
    public RejectReason exclude(int participant, ExclusionCause cause) {
        excluded = participant;
        if (exclusion != cause) {
            exclusion = cause;
        }
        return cause.reason();
    }

    /** Why the party is excluded; {@code NONE} where nobody is. */
    ExclusionCause exclusion() {
        return exclusion;
    }

    int excluded() {
        return excluded;
    }

    /** From here on state changes: what throws now is a fault of the node, not of the lot. */
    public void commit() {
        committed = true;
    }

    boolean isCommitted() {
        return committed;
    }

    /** Timers are units of their own: each begins uncommitted. */
    void uncommit() {
        committed = false;
    }

    void answer(RejectReason reason, long detail) {
        if (this.reason != reason) {
            this.reason = reason;
        }
        this.detail = detail;
    }

    void answerAsBefore(long original, RejectReason reason, long detail) {
        answer(reason, detail);
        this.original = original;
    }

    /** What became of it. */
    public RejectReason reason() {
        return reason;
    }

    public long detail() {
        return detail;
    }

    /** Whether it was answered before, by the command {@link #original}. */
    public boolean isRepeated() {
        return original != 0;
    }

    public long original() {
        return original;
    }
}
