package org.gavel.protocol.value;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What a lot that was not sold may be offered again for.
 *
 * @param withinDays calendar days after the previous lot's end in which it opens again
 * @param mostCutPercent of the previous start price
 * @param freePercent of the appraisal; below it an approval is named
 */
@JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = Limit.UnlessNone.class)
public record RelistRules(Limit withinDays, Limit mostCutPercent, Limit freePercent) {
    static final RelistRules NONE = new RelistRules(null, null, null);

    public RelistRules {
        withinDays = Limit.orNone(withinDays);
        mostCutPercent = Limit.orNone(mostCutPercent);
        freePercent = Limit.orNone(freePercent);
    }

    /** The lowest start after a previous start; not below zero where more than all may be taken off. */
    public Money leastStart(Money previous) {
        return new Money(Math.max(
                0, previous.fen() - mostCutPercent.mostShareOf(previous).fen()));
    }

    /** The lowest start that needs no approval. */
    public Money leastFree(Money appraisal) {
        return freePercent.leastShareOf(appraisal);
    }
}
