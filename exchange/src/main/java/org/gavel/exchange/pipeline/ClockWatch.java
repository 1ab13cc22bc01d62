package org.gavel.exchange.pipeline;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.gavel.exchange.api.WallOffset;
import org.gavel.exchange.api.WallOffset.State;
import org.gavel.exchange.sequencer.SequencerClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares the market's clock with the wall's, and tells the operator once when they part and once when they are
 * together again. By one thread at a time.
 */
final class ClockWatch {
    private static final Logger LOG = LoggerFactory.getLogger(ClockWatch.class);

    private final SequencerClock clock;
    private final LongSupplier wallMicros;
    private boolean wasAstray;

    ClockWatch(SequencerClock clock, LongSupplier wallMicros) {
        this.clock = clock;
        this.wallMicros = wallMicros;
    }

    /** Says at the start how the clock began. */
    void begin() {
        tell();
    }

    /** To be done about once a second. */
    void compare() {
        clock.compareWith(wallMicros.getAsLong());
        tell();
    }

    private void tell() {
        Optional<String> said = said();
        if (wasAstray) {
            said.ifPresent(line -> LOG.warn("{}", line));
        } else {
            said.ifPresent(line -> LOG.info("{}", line));
        }
    }

    /** What is to be told since the last time it was asked. */
    Optional<String> said() {
        WallOffset offset = clock.wallOffset();
        boolean isAstray = offset.state() == State.ASTRAY;
        if (isAstray == wasAstray) {
            return Optional.empty();
        }
        wasAstray = isAstray;
        return Optional.of(isAstray ? parted(offset.aheadMicros()) : together(offset.aheadMicros()));
    }

    private static String parted(long ahead) {
        String apart = "MARKET TIME IS " + apart(ahead);
        return ahead > 0
                ? apart
                        + ": it never goes back, so what is due comes that much earlier than the wall clock says. If the"
                        + " wall clock is wrong, set it. If it is right, stop the node until it has reached market time,"
                        + " or go on and tell everybody that market time counts"
                : apart
                        + ": a step of the wall clock is not followed, so what is due comes that much later than it says."
                        + " If the wall clock is wrong, set it before the node is started again: market time begins with"
                        + " it and never goes back. If it is right, start the node again";
    }

    private static String together(long ahead) {
        return "market time and wall clock are together again: market time is " + apart(ahead);
    }

    private static String apart(long ahead) {
        Duration apart = Duration.ofMillis(Math.abs(ahead) / 1000);
        return String.format(
                Locale.ROOT,
                "%d d %02d:%02d:%02d.%03d %s THE WALL CLOCK",
                apart.toDays(),
                apart.toHoursPart(),
                apart.toMinutesPart(),
                apart.toSecondsPart(),
                apart.toMillisPart(),
                ahead > 0 ? "AHEAD OF" : "BEHIND");
    }
}
