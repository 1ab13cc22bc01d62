package org.gavel.exchange.engine.auction;

import java.time.Duration;
import org.gavel.exchange.engine.state.StateWriter;
import org.gavel.protocol.value.Micros;
import org.gavel.protocol.value.SoftClose;

/** When a phase closes, and how accepted bids move that: never to an earlier time. Times are microseconds. */
public final class Closing {
    private static final long NO_CAP = Long.MAX_VALUE;

    private final SoftClose rule;
    private final long duration;
    private final long window;
    private final long extension;

    private long closesAt;
    private long latestClose;
    private int extensions;

    public Closing(Duration duration, SoftClose rule) {
        this.rule = rule;
        this.duration = Micros.of(duration);
        this.window = Micros.of(rule.window());
        this.extension = Micros.of(rule.extension());
    }

    public void open(long now) {
        closesAt = now + duration;
        long cap = Micros.of(rule.latestClose());
        latestClose = cap == 0 ? NO_CAP : now + cap;
        extensions = 0;
    }

    /** A bid was accepted now: whether that moved the close. */
    public Effect bid(long now) {
        boolean allowed = rule.maxExtensions() == 0 || extensions < rule.maxExtensions();
        long moved = Math.min(moved(now), latestClose);
        if (!allowed || moved <= closesAt) {
            return Effect.STANDS;
        }
        closesAt = moved;
        extensions++;
        return Effect.EXTENDED;
    }

    /** Another lot of the group closes then: whether that moved the close. Never past the latest close. */
    public boolean extendTo(long close) {
        long moved = Math.min(close, latestClose);
        if (moved <= closesAt) {
            return false;
        }
        closesAt = moved;
        extensions++;
        return true;
    }

    private long moved(long now) {
        boolean near = window > 0 && closesAt - now <= window;
        return switch (rule.mode()) {
            case RESET -> near ? now + extension : closesAt;
            case ADD -> near ? closesAt + extension : closesAt;
            case CYCLE -> now + extension;
        };
    }

    public void shift(long micros) {
        closesAt += micros;
        latestClose = latestClose == NO_CAP ? NO_CAP : latestClose + micros;
    }

    public long closesAt() {
        return closesAt;
    }

    public void writeTo(StateWriter out) {
        out.put(closesAt).put(latestClose).put(extensions);
    }
}
