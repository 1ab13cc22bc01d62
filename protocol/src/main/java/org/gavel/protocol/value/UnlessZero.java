package org.gavel.protocol.value;

import java.time.Duration;

/** Leaves a duration of zero unwritten, as it was before there could be another: the bytes of old journals stay the same. */
public final class UnlessZero {
    @Override
    public boolean equals(Object duration) {
        return Duration.ZERO.equals(duration);
    }

    @Override
    public int hashCode() {
        return 0;
    }
}
