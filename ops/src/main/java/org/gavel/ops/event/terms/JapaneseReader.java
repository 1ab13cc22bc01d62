package org.gavel.ops.event.terms;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.gavel.protocol.value.JapanesePrice;
import org.gavel.protocol.value.JapaneseTerms;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.PhaseTerms;

/** Reads {@code mechanism: japanese}. */
final class JapaneseReader implements MechanismReader {
    @Override
    public List<String> keys() {
        return List.of("start", "step", "levels", "tick", "price");
    }

    @Override
    public Optional<PhaseTerms> read(PhaseKeys keys) {
        Money start = keys.start();
        Money step = keys.price("step");
        int levels = keys.number("levels", 1, JapaneseTerms.MAX_LEVELS);
        Duration tick = keys.positive("tick");
        JapanesePrice price = keys.word("price", JapanesePrice.class);
        return keys.build(() -> new JapaneseTerms(start, step, levels, tick, price));
    }
}
