package org.gavel.exchange.engine.answer;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.gavel.exchange.engine.Request;
import org.gavel.exchange.engine.index.LongIndex;
import org.gavel.exchange.engine.state.StateWriter;
import org.gavel.protocol.reject.RejectReason;

/**
 * What each actor's latest commands were answered. It is engine state, so a retry is known across restarts and
 * replays. Rings exist for actors the market knows: participants, and staff whose tokens the venue issued.
 */
public final class Answers {
    private final LongIndex byAsker = new LongIndex();
    private final AnswerRings rings = new AnswerRings();

    /** Who was looked for last and where; {@link #remember} mostly follows for the same asker. */
    private long asker = -1;

    private int ring = LongIndex.NONE;
    private int place;

    /** Looks the client id up among the asker's latest answers. */
    public boolean find(long asker, long clientIdHigh, long clientIdLow) {
        this.asker = asker;
        ring = byAsker.get(asker);
        place = ring == LongIndex.NONE ? AnswerRings.NONE : rings.find(ring, clientIdHigh, clientIdLow);
        return place != AnswerRings.NONE;
    }

    /** The content hash of what was found. */
    public long content() {
        return rings.content(ring, place);
    }

    public long sequence() {
        return rings.sequence(ring, place);
    }

    public RejectReason reason() {
        return RejectReason.ofCode(rings.reasonCode(ring, place));
    }

    public long detail() {
        return rings.detail(ring, place);
    }

    /** Of whoever was just looked for: from which sequence on answers are kept; 0 where all are. */
    public long keptFrom() {
        return ring == LongIndex.NONE ? 0 : rings.keptFrom(ring);
    }

    /** Keeps the answer just given to this asker. */
    public void remember(long asker, Request request, long content, RejectReason reason) {
        int number = asker == this.asker ? ring : byAsker.get(asker);
        if (number == LongIndex.NONE) {
            number = rings.open(asker);
            byAsker.put(asker, number);
        }
        this.asker = asker;
        ring = number;
        rings.add(
                number,
                request.clientIdHigh(),
                request.clientIdLow(),
                content,
                request.sequence(),
                reason.code(),
                request.detail());
    }

    public void writeTo(StateWriter out) {
        int[] sorted = IntStream.range(0, rings.count())
                .boxed()
                .sorted(Comparator.comparingLong(rings::asker))
                .mapToInt(Integer::intValue)
                .toArray();
        out.put(sorted.length);
        for (int each : sorted) {
            out.put(rings.asker(each));
            rings.writeTo(each, out);
        }
    }
}
