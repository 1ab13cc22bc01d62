package org.gavel.ops.event.terms;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.gavel.protocol.value.LiveTerms;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.PhaseTerms;
import org.gavel.protocol.value.Step;

/** Reads {@code mechanism: liveCalls}. */
final class LiveCallsReader implements MechanismReader {
    @Override
    public List<String> keys() {
        return List.of(
                "start",
                "increment",
                "ladder",
                "anyRaise",
                "maxMultiple",
                "leaderMayRaise",
                "callGap",
                "onlineGrace",
                "maxDuration",
                "reopenWithin");
    }

    @Override
    public Optional<PhaseTerms> read(PhaseKeys keys) {
        Money start = keys.start();
        List<Step> increments = IncrementsReader.read(keys);
        boolean anyRaise = keys.flag("anyRaise");
        int maxMultiple = keys.maxMultiple();
        boolean leaderMayRaise = keys.flag("leaderMayRaise");
        Duration gap = keys.positive("callGap");
        Duration grace = keys.duration("onlineGrace");
        Duration most = keys.positive("maxDuration");
        Duration reopen = keys.duration("reopenWithin");
        return keys.build(() ->
                new LiveTerms(start, increments, anyRaise, maxMultiple, leaderMayRaise, gap, grace, most, reopen));
    }
}
