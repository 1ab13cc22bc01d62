package org.gavel.protocol.value;

import java.util.List;
import org.gavel.protocol.reject.InvalidValue;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.reject.Require;

/** One row of an increment ladder (加价幅度): from this price on, the increment is {@code step}. */
public record Step(Money from, Money step) {
    public Step {
        from = Require.present(from, "increments.from");
        step = Require.present(step, "increments.step").positive("increments.step");
    }

    /** The rows of a ladder, which must ascend from 0. */
    static List<Step> ladder(List<Step> rows) {
        List<Step> given = Require.list(rows, 1, EnglishTerms.MAX_STEPS, "increments");
        long previous = -1;
        for (Step row : given) {
            if (row.from().fen() <= previous || (previous == -1 && row.from().fen() != 0)) {
                throw new InvalidValue(RejectReason.BAD_FIELD, "increments", "must ascend, the first from 0");
            }
            previous = row.from().fen();
        }
        return given;
    }
}
