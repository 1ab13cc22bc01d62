package org.gavel.exchange.pipeline;

import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.gavel.exchange.api.Reply;

/** One place in the ring: a command's bytes, its time and who waits for the answer. Reused. */
final class Slot {
    /** A command up to this size allocates nothing on its way; larger, rare ones bring their own array. */
    private static final int INLINE_BYTES = 256;

    private final UnsafeBuffer inline = new UnsafeBuffer(new byte[INLINE_BYTES]);
    private DirectBuffer body = inline;
    private int length;
    private long time;
    private Reply reply = Reply.NOBODY;

    void fill(DirectBuffer source, int length, long time, Reply reply) {
        MutableDirectBuffer target = length <= INLINE_BYTES ? inline : new UnsafeBuffer(new byte[length]);
        target.putBytes(0, source, 0, length);
        this.body = target;
        this.length = length;
        this.time = time;
        this.reply = reply;
    }

    /** Lets go of what the ring must not keep alive; a place that is not filled again holds no command. */
    void clear() {
        body = inline;
        length = 0;
        reply = Reply.NOBODY;
    }

    DirectBuffer body() {
        return body;
    }

    int length() {
        return length;
    }

    /** Read just before the place was claimed, microseconds since 1970. */
    long time() {
        return time;
    }

    Reply reply() {
        return reply;
    }
}
