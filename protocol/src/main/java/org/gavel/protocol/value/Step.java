package org.gavel.protocol.value;

import org.gavel.protocol.reject.Require;

/** One row of an increment ladder (加价幅度): from this price on, the increment is {@code step}. */
public record Step(Money from, Money step) {
    public Step {
        from = Require.present(from, "increments.from");
        step = Require.present(step, "increments.step").positive("increments.step");
    }
}
