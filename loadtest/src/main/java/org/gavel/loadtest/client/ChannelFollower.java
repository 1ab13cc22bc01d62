package org.gavel.loadtest.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.gavel.loadtest.link.Wire;

/**
 * Where a client stands in one channel. It decides which pushes are new, and asks for missing ones with at most one
 * question in flight. No I/O; confined to one thread.
 */
final class ChannelFollower {
    /** So many questions without one missing event coming, and a snapshot is asked for instead. */
    static final int MAX_FRUITLESS = 3;

    private static final long UNKNOWN = -1;

    /** What is to be done with a push. */
    enum Verdict {
        /** The next one. */
        DELIVER,
        /** It came before. */
        DUPLICATE,
        /** Others are missing before it: ask. */
        GAP,
        /** An answer is under way that will bring it. */
        WAIT
    }

    private final String channel;
    private JsonNode epoch;
    private long last;
    private boolean asking;
    private int fruitless;

    /** Follows from the channel's present state. */
    ChannelFollower(String channel) {
        this(channel, MissingNode.getInstance(), 0);
    }

    /** Follows from the event numbered {@code from}; 0 for the present state. */
    ChannelFollower(String channel, JsonNode epoch, long from) {
        this.channel = channel;
        this.epoch = epoch;
        this.last = from - 1;
    }

    Verdict judge(JsonNode pushEpoch, long sq) {
        if (last == UNKNOWN) {
            return asking ? Verdict.WAIT : Verdict.GAP;
        }
        if (!pushEpoch.equals(epoch)) {
            last = UNKNOWN;
            return asking ? Verdict.WAIT : Verdict.GAP;
        }
        if (sq <= last) {
            return Verdict.DUPLICATE;
        }
        if (sq > last + 1) {
            return asking ? Verdict.WAIT : Verdict.GAP;
        }
        last = sq;
        fruitless = 0;
        return Verdict.DELIVER;
    }

    /** Whether events up to {@code sq} were sent that never came. */
    boolean isBehind(long sq) {
        return !asking && last != UNKNOWN && sq > last;
    }

    /** The fields of the next {@code Subscribe}. */
    ObjectNode question() {
        asking = true;
        ObjectNode fields = Wire.object().put("channel", channel);
        if (last != UNKNOWN && fruitless < MAX_FRUITLESS) {
            fields.set("epoch", epoch);
            fields.put("from", last + 1);
        }
        return fields;
    }

    /** A gap was found, so the next question is one for missing events. */
    void missed() {
        fruitless++;
    }

    void answered(Subscribed answer) {
        asking = false;
        if (!answer.recovered()) {
            epoch = answer.epoch();
            last = answer.sq();
            fruitless = 0;
        }
    }

    /** The question's answer will not come. */
    void unanswered() {
        asking = false;
    }
}
