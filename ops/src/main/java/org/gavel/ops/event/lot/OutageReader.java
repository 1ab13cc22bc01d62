package org.gavel.ops.event.lot;

import java.time.Duration;
import java.util.Optional;
import org.gavel.ops.yaml.ScalarTypes;
import org.gavel.ops.yaml.Section;
import org.gavel.protocol.reject.InvalidValue;
import org.gavel.protocol.value.ConnectivityRule;
import org.gavel.protocol.value.OutageRule;

/** Reads {@code outage}: how a lot goes on after an interruption, and whether missing bidders are one. */
public final class OutageReader {
    private static final int WHOLE = 100;

    private OutageReader() {}

    /** The default rule where the file says nothing. */
    public static OutageRule read(Section lot, Section defaults) {
        Optional<Section> section = lot.holder("outage", defaults).section("outage");
        if (section.isEmpty()) {
            return OutageRule.DEFAULT;
        }
        Section block = section.get();
        boolean clerk = block.read("clerkResumes", ScalarTypes.FLAG).orElse(false);
        Duration after = block.read("resumeAfter", ScalarTypes.DURATION).orElse(OutageRule.DEFAULT.resumeAfter());
        ConnectivityRule missing =
                block.section("connectivity").map(OutageReader::connectivity).orElse(ConnectivityRule.NONE);
        block.rejectUnknown();
        return new OutageRule(clerk, after, missing);
    }

    private static ConnectivityRule connectivity(Section block) {
        Optional<Integer> percent = block.require("percent", ScalarTypes.whole(1, WHOLE));
        Optional<Duration> silence = block.require("silence", ScalarTypes.DURATION);
        block.rejectUnknown();
        if (percent.isEmpty() || silence.isEmpty()) {
            return ConnectivityRule.NONE;
        }
        try {
            return new ConnectivityRule(percent.get(), silence.get());
        } catch (InvalidValue refused) {
            block.error("silence", "must be from 1s to 1h");
            return ConnectivityRule.NONE;
        }
    }
}
