package org.gavel.ops.event.lot;

import java.util.List;
import java.util.Optional;
import org.gavel.ops.rulebook.ShippedRules;
import org.gavel.ops.yaml.Section;
import org.gavel.protocol.value.DepositRules;
import org.gavel.protocol.value.DividedTerms;
import org.gavel.protocol.value.Limit;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.PhaseTerms;
import org.gavel.protocol.value.Rulebook;

/** Reads {@code deposit}, and warns of one that the lot's rulebook, where it is a shipped one, does not allow. */
public final class DepositReader {
    private final Section defaults;
    private final Optional<Rulebook> rulebook;

    /** @param rulebook as the event file names it */
    public DepositReader(Section defaults, String rulebook) {
        this.defaults = defaults;
        this.rulebook = ShippedRules.rulebook(rulebook).flatMap(file -> file.rulebook());
    }

    /**
     * Zero where the file says none.
     *
     * @param start empty where that is wrong: percents cannot be taken of it then
     * @param phases a divided lot's start is that of one unit, and percents are those of all
     */
    public Money read(Section lot, Optional<Money> start, List<PhaseTerms> phases) {
        Section holder = lot.holder("deposit", defaults);
        Optional<DepositRate> rate = holder.read("deposit", DepositRate.TYPE);
        if (start.isEmpty() || (rate.isEmpty() && holder.has("deposit"))) {
            return Money.ZERO;
        }
        Money whole = whole(start.get(), phases);
        Money deposit = rate.map(known -> known.of(whole)).orElse(Money.ZERO);
        rulebook.ifPresent(pack -> warn(lot, pack, deposit, whole));
        return deposit;
    }

    private static Money whole(Money start, List<PhaseTerms> phases) {
        return !phases.isEmpty() && phases.get(0) instanceof DividedTerms divided
                ? new Money(Math.multiplyExact(start.fen(), divided.units()))
                : start;
    }

    private static void warn(Section lot, Rulebook pack, Money deposit, Money start) {
        DepositRules rules = pack.deposit();
        if (deposit.compareTo(rules.least(start)) < 0) {
            lot.warn("deposit", said(deposit, "below", rules.leastPercent(), start, pack));
        } else if (rules.mostPercent().isSet() && deposit.compareTo(rules.most(start)) > 0) {
            lot.warn("deposit", said(deposit, "above", rules.mostPercent(), start, pack));
        }
    }

    private static String said(Money deposit, String side, Limit limit, Money start, Rulebook pack) {
        return "of " + deposit.yuan() + " yuan is " + side + " " + limit.value() + " % of the start price of "
                + start.yuan() + ", which " + pack.id() + " does not allow (" + limit.source() + ")";
    }
}
