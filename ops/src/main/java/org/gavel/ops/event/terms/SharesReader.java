package org.gavel.ops.event.terms;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.gavel.ops.yaml.ScalarTypes;
import org.gavel.protocol.value.DividedTerms;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.PhaseTerms;
import org.gavel.protocol.value.SharesPricing;
import org.gavel.protocol.value.SharesTerms;

/** Reads {@code mechanism: shares}; its prices are those of a unit. */
final class SharesReader implements MechanismReader {
    @Override
    public List<String> keys() {
        return List.of("start", "units", "minUnits", "duration", "pricing", "askFor");
    }

    @Override
    public Optional<PhaseTerms> read(PhaseKeys keys) {
        Money start = keys.start();
        long units = keys.require("units", ScalarTypes.count(DividedTerms.MAX_UNITS), 0L);
        long minUnits = keys.read("minUnits", ScalarTypes.count(DividedTerms.MAX_UNITS), 1L);
        Duration duration = keys.positive("duration");
        SharesPricing pricing =
                keys.has("pricing") ? keys.word("pricing", SharesPricing.class) : SharesPricing.PAY_AS_BID;
        Duration askFor = keys.positive("askFor");
        return keys.build(() -> new SharesTerms(units, start, minUnits, duration, pricing, askFor));
    }
}
