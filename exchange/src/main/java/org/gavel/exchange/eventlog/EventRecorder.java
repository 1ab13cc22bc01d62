package org.gavel.exchange.eventlog;

import java.security.MessageDigest;
import java.util.HexFormat;
import org.gavel.exchange.engine.EventSink;
import org.gavel.exchange.engine.Request;
import org.gavel.exchange.engine.state.StateWriter;
import org.gavel.protocol.codec.sbe.BookEventEncoder;
import org.gavel.protocol.codec.sbe.EventEncoder;
import org.gavel.protocol.command.OrderFields;
import org.gavel.protocol.event.Ending;
import org.gavel.protocol.event.Event;
import org.gavel.protocol.event.RoadshowEnded;
import org.gavel.protocol.event.Taker;
import org.gavel.protocol.reject.RejectReason;

/**
 * Turns the engine's events into event log records and hashes them. Passes them on after each command or, where it
 * {@linkplain #gather gathers}, when it is asked to. Single-threaded, the engine's thread. Hot events allocate nothing.
 */
public final class EventRecorder implements EventSink {
    /** So many bytes are hashed at once: a call for each event would cost more than its hashing. */
    private static final int HASHED_AT_ONCE = 1 << 15;

    /** The most bytes of a hot event of a book, for which there must be room before it is encoded. */
    private static final int MOST_OF_HOT = EventRecord.HEADER_BYTES + BookEventEncoder.MAX_BYTES;

    private final EventEncoder encoder = new EventEncoder();
    private final EventBytes target;
    private final MessageDigest hash;
    private final boolean hashed;
    private EventStretch stretch = new EventStretch();
    private int passed;
    private boolean gathers;
    private Runnable beforeDigest = () -> {};
    private long ordinal;
    private long sequence;
    private long timestamp;
    private int index;
    private int pendingLength;
    private boolean digestAsked;

    public EventRecorder(EventBytes target) {
        this(target, 0, StateWriter.sha256(), true);
    }

    /** One that hashes nothing: of a rehearsal, which leaves no journal that its events could be held against. */
    public static EventRecorder unhashed(EventBytes target) {
        return new EventRecorder(target, 0, StateWriter.sha256(), false);
    }

    /** Goes on after so many events, the last of which a digest ended: {@code digest} is its hash, as hex. */
    public EventRecorder(EventBytes target, long ordinal, String digest) {
        this(target, ordinal, StateWriter.sha256(), true);
        hash.update(HexFormat.of().parseHex(digest));
    }

    private EventRecorder(EventBytes target, long ordinal, MessageDigest hash, boolean hashed) {
        this.target = target;
        this.ordinal = ordinal;
        this.hash = hash;
        this.hashed = hashed;
        stretch.begin(ordinal);
    }

    /** Another recorder that goes on from here, for another market in the same state; only between two commands. */
    public EventRecorder beside(EventBytes other) {
        hashGathered();
        try {
            return new EventRecorder(other, ordinal, (MessageDigest) hash.clone(), hashed);
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the platform's SHA-256 cannot be copied", e);
        }
    }

    /**
     * From now on events are kept until they are {@linkplain #take taken}, whatever target there was before.
     *
     * @param beforeDigest returns once all that was taken is hashed; run before a digest is made
     */
    public void gather(Runnable beforeDigest) {
        this.beforeDigest = beforeDigest;
        gathers = true;
        hash(stretch);
        stretch.begin(ordinal);
    }

    /** What was gathered since the last call, in exchange for an {@code empty} stretch; only between two commands. */
    public EventStretch take(EventStretch empty) {
        EventStretch taken = stretch;
        taken.through(sequence);
        empty.begin(ordinal);
        stretch = empty;
        return taken;
    }

    /** Bytes gathered. */
    public int gatheredBytes() {
        return stretch.length();
    }

    /** Hashes what of a stretch is not hashed yet, each after the one taken before it; on any thread, one at a time. */
    public void hash(EventStretch taken) {
        if (hashed && taken.hashed() < taken.length()) { // Else another thread may be at the digest.
            hash.update(taken.array(), taken.hashed(), taken.length() - taken.hashed());
        }
        taken.hashedAll();
    }

    /** The number of events so far. */
    public long ordinal() {
        return ordinal;
    }

    /** The events of the next command follow. */
    public void begin(long sequence, long timestamp) {
        this.sequence = sequence;
        this.timestamp = timestamp;
        index = 0;
        digestAsked = false;
    }

    /** The command has no more events. */
    public void complete() {
        if (pendingLength > 0) {
            EventRecord.markLast(stretch.array(), stretch.length());
            end();
        }
        if (!gathers) {
            passOn();
        }
    }

    private void passOn() {
        stretch.read(passed, target);
        passed = stretch.count();
        if (stretch.length() >= HASHED_AT_ONCE) {
            hash(stretch);
            stretch.begin(ordinal);
            passed = 0;
        }
    }

    /** Whether there is a {@link #digest} to ask for. */
    public boolean isHashed() {
        return hashed;
    }

    /** Whether the command's events end something worth a digest. */
    public boolean isDigestAsked() {
        return digestAsked;
    }

    /** SHA-256 over all events since the digest before, chained to it, as hex; begins the next part. */
    public String digest() {
        hashGathered();
        byte[] digest = hash.digest();
        hash.update(digest);
        return HexFormat.of().formatHex(digest);
    }

    private void hashGathered() {
        beforeDigest.run();
        hash(stretch);
    }

    @Override
    public void bidAccepted(
            Request request,
            int lot,
            int bidder,
            int paddle,
            long amount,
            long nextMinimum,
            int number,
            long closesAt) {
        encoder.bidAccepted(stretch.bytes(), next())
                .amount(amount)
                .nextMinimum(nextMinimum)
                .closesAt(closesAt)
                .clientIdHigh(request.clientIdHigh())
                .clientIdLow(request.clientIdLow())
                .lot(lot)
                .bidder(bidder)
                .paddle(paddle)
                .number(number)
                .channel((short) request.channel().code());
        written(EventEncoder.bidAcceptedLength());
    }

    @Override
    public void lotExtended(int lot, long closesAt, int extension) {
        written(encoder.lotExtended(lot, closesAt, extension, stretch.bytes(), next()));
    }

    @Override
    public void rejected(Request request, RejectReason reason, long detail, int lot) {
        encoder.commandRejected(stretch.bytes(), next())
                .actor(request.actor())
                .detail(detail)
                .clientIdHigh(request.clientIdHigh())
                .clientIdLow(request.clientIdLow())
                .lot(lot)
                .reason(reason.code());
        written(EventEncoder.commandRejectedLength());
    }

    @Override
    public void repeated(Request request, long original, RejectReason reason, long detail) {
        encoder.answerRepeated(stretch.bytes(), next())
                .actor(request.actor())
                .original(original)
                .detail(detail)
                .clientIdHigh(request.clientIdHigh())
                .clientIdLow(request.clientIdLow())
                .reason(reason.code());
        written(EventEncoder.answerRepeatedLength());
    }

    @Override
    public void orderAccepted(Request request, OrderFields asked, int participant, long held) {
        int at = next();
        written(BookEventEncoder.orderAccepted(
                stretch.array(),
                at,
                request.sequence(),
                asked,
                participant,
                held,
                request.clientIdHigh(),
                request.clientIdLow()));
    }

    @Override
    public void ordersTraded(
            int book,
            long trade,
            long price,
            long quantity,
            long buyOrder,
            long sellOrder,
            Taker taker,
            int buyer,
            int seller,
            long released) {
        int at = next();
        written(BookEventEncoder.ordersTraded(
                stretch.array(),
                at,
                book,
                trade,
                price,
                quantity,
                buyOrder,
                sellOrder,
                price * quantity,
                taker,
                buyer,
                seller,
                released));
    }

    @Override
    public void orderAmended(
            int book, long order, int participant, long price, long quantity, boolean keptPriority, long held) {
        int at = next();
        written(BookEventEncoder.orderAmended(
                stretch.array(), at, book, order, participant, price, quantity, keptPriority, held));
    }

    @Override
    public void orderEnded(int book, long order, int participant, long quantity, Ending cause, long released) {
        int at = next();
        written(BookEventEncoder.orderEnded(stretch.array(), at, book, order, participant, quantity, cause, released));
    }

    @Override
    public void topOfBook(int book, long bid, long bidQuantity, long ask, long askQuantity) {
        int at = next();
        written(BookEventEncoder.topOfBook(stretch.array(), at, book, bid, bidQuantity, ask, askQuantity));
    }

    /** The pending event's message has so many bytes. */
    private void written(int messageLength) {
        pendingLength = EventRecord.HEADER_BYTES + messageLength;
    }

    @Override
    public void emit(Event event) {
        written(encoder.rare(event, stretch.bytes(), next()));
        digestAsked |= event instanceof RoadshowEnded;
    }

    /** Ends the pending event and begins the next; answers where its message goes, perhaps in another array. */
    private int next() {
        if (pendingLength > 0) {
            end();
        }
        int start = stretch.length();
        stretch.reserve(MOST_OF_HOT);
        EventRecord.putHeader(stretch.array(), start, sequence, index++);
        return start + EventRecord.HEADER_BYTES;
    }

    private void end() {
        stretch.add(pendingLength, timestamp);
        ordinal++;
        pendingLength = 0;
        if (!gathers && stretch.length() >= HASHED_AT_ONCE) {
            passOn(); // One command may cause more events than there should be memory for.
        }
    }
}
