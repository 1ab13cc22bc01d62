package org.gavel.exchange.engine.answer;

import org.agrona.collections.Long2ObjectHashMap;
import org.gavel.exchange.engine.Request;
import org.gavel.exchange.engine.state.StateWriter;
import org.gavel.protocol.reject.RejectReason;

/**
 * What each actor's latest commands were answered. It is engine state, so a retry is known across restarts and
 * replays. Rings exist for actors the market knows: participants, and staff whose tokens the venue issued.
 */
public final class Answers {
    private final Long2ObjectHashMap<AnswerRing> rings = new Long2ObjectHashMap<>();

    /** An earlier answer to the request's client id; positioned by {@link #find}. */
    private AnswerRing found;

    private int slot;

    /** Looks the client id up among the actor's latest answers. */
    public boolean find(long asker, long clientIdHigh, long clientIdLow) {
        found = rings.get(asker);
        slot = found == null ? AnswerRing.NONE : found.find(clientIdHigh, clientIdLow);
        return slot != AnswerRing.NONE;
    }

    /** The content hash of what was found. */
    public long content() {
        return found.content(slot);
    }

    public long sequence() {
        return found.sequence(slot);
    }

    public RejectReason reason() {
        return RejectReason.ofCode(found.reasonCode(slot));
    }

    public long detail() {
        return found.detail(slot);
    }

    /** Keeps the answer just given to this asker. */
    public void remember(long asker, Request request, long content, RejectReason reason) {
        AnswerRing ring = rings.get(asker);
        if (ring == null) {
            ring = new AnswerRing();
            rings.put(asker, ring);
        }
        ring.add(
                request.clientIdHigh(),
                request.clientIdLow(),
                content,
                request.sequence(),
                reason.code(),
                request.detail());
    }

    public void writeTo(StateWriter out) {
        long[] askers =
                rings.keySet().stream().mapToLong(Long::longValue).sorted().toArray();
        out.put(askers.length);
        for (long asker : askers) {
            out.put(asker);
            rings.get(asker).writeTo(out);
        }
    }
}
