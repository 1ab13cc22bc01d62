package org.gavel.exchange.engine.answer;

import java.util.Arrays;
import java.util.Comparator;
import org.gavel.exchange.engine.Request;
import org.gavel.exchange.engine.index.LongIndex;
import org.gavel.exchange.engine.state.StateWriter;
import org.gavel.protocol.reject.RejectReason;

/**
 * What each actor's latest commands were answered. It is engine state, so a retry is known across restarts and
 * replays. Rings exist for actors the market knows: participants, and staff whose tokens the venue issued.
 */
public final class Answers {
    private static final int FIRST_SIZE = 64;

    private final LongIndex byAsker = new LongIndex();
    private AnswerRing[] rings = new AnswerRing[FIRST_SIZE];
    private int count;

    /** Who was looked for last and the number of their ring; {@link #remember} mostly follows for the same asker. */
    private long asker = -1;

    private int number = LongIndex.NONE;
    private int place;

    /** Looks the client id up among the asker's latest answers. */
    public boolean find(long asker, long clientIdHigh, long clientIdLow) {
        this.asker = asker;
        number = byAsker.get(asker);
        place = number == LongIndex.NONE ? AnswerRing.NONE : rings[number].find(clientIdHigh, clientIdLow);
        return place != AnswerRing.NONE;
    }

    /** The content hash of what was found. */
    public long content() {
        return rings[number].content(place);
    }

    public long sequence() {
        return rings[number].sequence(place);
    }

    public RejectReason reason() {
        return RejectReason.ofCode(rings[number].reasonCode(place));
    }

    public long detail() {
        return rings[number].detail(place);
    }

    /** Of whoever was just looked for: from which sequence on answers are kept; 0 where all are. */
    public long keptFrom() {
        return number == LongIndex.NONE ? 0 : rings[number].keptFrom();
    }

    /** Keeps the answer just given to this asker. */
    public void remember(long asker, Request request, long content, RejectReason reason) {
        if (asker != this.asker) {
            this.asker = asker;
            number = byAsker.get(asker);
        }
        if (number == LongIndex.NONE) {
            number = open(asker);
        }
        rings[number].add(
                request.clientIdHigh(),
                request.clientIdLow(),
                content,
                request.sequence(),
                reason.code(),
                request.detail());
    }

    private int open(long asker) {
        if (count == rings.length) {
            rings = Arrays.copyOf(rings, count * 2);
        }
        rings[count] = new AnswerRing(asker);
        byAsker.put(asker, count);
        return count++;
    }

    public void writeTo(StateWriter out) {
        AnswerRing[] sorted = Arrays.copyOf(rings, count);
        Arrays.sort(sorted, Comparator.comparingLong(AnswerRing::asker));
        out.put(sorted.length);
        for (AnswerRing each : sorted) {
            out.put(each.asker());
            each.writeTo(out);
        }
    }
}
