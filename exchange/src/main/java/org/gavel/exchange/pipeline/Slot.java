package org.gavel.exchange.pipeline;

import com.lmax.disruptor.EventFactory;
import java.util.Arrays;
import org.agrona.BufferUtil;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.gavel.exchange.api.Reply;
import org.gavel.protocol.codec.sbe.CommandEncoder;
import org.gavel.protocol.command.Command;
import org.gavel.protocol.command.Origin;

/**
 * One place in the ring: a command's bytes, its time and who waits for the answer. Reused. All places of a ring lie
 * behind each other in the order they are filled and on whole cache lines, so that they come over from the submitting
 * core as a stream; a place itself never changes.
 */
final class Slot {
    private static final int CACHE_LINE = 64;

    /** What a place takes: no command of fixed length needs more. Larger, rare ones bring their own. */
    private static final int BYTES = 2 * CACHE_LINE;

    private static final int TIME = 0;
    private static final int LENGTH = 8;
    private static final int BODY = 12;

    /** The longest command that stays in its place. */
    private static final int MOST = BYTES - BODY;

    /** What the places of one ring share. */
    private static final class Shared {
        private final UnsafeBuffer bytes;
        private final Reply[] replies;
        private final DirectBuffer[] large;

        Shared(int places) {
            bytes = new UnsafeBuffer(BufferUtil.allocateDirectAligned(places * BYTES, CACHE_LINE));
            replies = new Reply[places];
            large = new DirectBuffer[places];
            Arrays.fill(replies, Reply.NOBODY);
        }
    }

    private final Shared shared;
    private final int index;

    private Slot(Shared shared, int index) {
        this.shared = shared;
        this.index = index;
    }

    /** Makes the places of one ring, in order. */
    static EventFactory<Slot> places(int count) {
        Shared shared = new Shared(count);
        int[] made = new int[1];
        return () -> new Slot(shared, made[0]++);
    }

    /**
     * Encodes a command of fixed length into the place; copied from elsewhere right after it was written it would have to
     * be waited for. Where that fails the place {@linkplain #isVoid is void}.
     */
    void encode(CommandEncoder encoder, Origin origin, Command command, long time, Reply reply) {
        int start = index * BYTES;
        empty();
        int length = encoder.encode(origin, command, shared.bytes, start + BODY);
        put(length, time, reply);
    }

    /** Takes over a command that is encoded. Where that fails the place {@linkplain #isVoid is void}. */
    void fill(DirectBuffer source, int length, long time, Reply reply) {
        empty();
        if (!isLarge(length)) {
            shared.bytes.putBytes(index * BYTES + BODY, source, 0, length);
        } else {
            UnsafeBuffer own = new UnsafeBuffer(new byte[length]);
            own.putBytes(0, source, 0, length);
            shared.large[index] = own;
        }
        put(length, time, reply);
    }

    private void put(int length, long time, Reply reply) {
        int start = index * BYTES;
        shared.bytes.putLong(start + TIME, time);
        shared.bytes.putInt(start + LENGTH, length);
        shared.replies[index] = reply;
    }

    /** Makes the place void. */
    void empty() {
        shared.bytes.putInt(index * BYTES + LENGTH, 0);
    }

    /** Whether there is no command: its encoding failed and its sender was told, or there never was one. */
    boolean isVoid() {
        return length() == 0;
    }

    /** Whether a command of this length brings its own memory. */
    static boolean isLarge(int length) {
        return length > MOST;
    }

    /** Hands the command, of this length, to a batch, and lets go of what the ring must not keep alive. */
    void moveTo(Batch batch, long sequence, long time, int length) {
        Reply reply = shared.replies[index];
        if (!isLarge(length)) {
            batch.add(sequence, time, shared.bytes, index * BYTES + BODY, length, reply);
        } else {
            batch.add(sequence, time, shared.large[index], 0, length, reply);
            shared.large[index] = null;
        }
        shared.replies[index] = Reply.NOBODY;
    }

    /** Lets go of the command and gives who waits for its answer. */
    Reply letGo() {
        Reply reply = shared.replies[index];
        shared.replies[index] = Reply.NOBODY;
        shared.large[index] = null;
        return reply;
    }

    /** Bytes of the command; 0 where the place {@linkplain #isVoid is void}. */
    int length() {
        return shared.bytes.getInt(index * BYTES + LENGTH);
    }

    /** Read just before the place was claimed, microseconds since 1970. */
    long time() {
        return shared.bytes.getLong(index * BYTES + TIME);
    }
}
