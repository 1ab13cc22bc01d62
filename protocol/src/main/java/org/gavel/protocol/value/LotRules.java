package org.gavel.protocol.value;

import java.util.List;

/**
 * What was fixed for a lot when it was announced, and can no longer change.
 *
 * @param rulebookHash SHA-256 over the rulebook's canonical JSON, lower-case hex
 * @param calendars SHA-256 of each holiday calendar its notice was counted with, by year
 * @param opensFrom the first instant at which it may open, in microseconds since 1970; 0 for any
 * @param attempt 1 for a first listing, one more for each relisting
 * @param sheet SHA-256 of the lot's rule sheet
 */
public record LotRules(
        SaleBasis basis, String rulebookHash, List<String> calendars, long opensFrom, int attempt, String sheet) {
    /** A private sale with nothing more to say. */
    public static final LotRules NONE = new LotRules(SaleBasis.NONE, "", List.of(), 0, 1, "");

    public LotRules {
        basis = basis == null ? SaleBasis.NONE : basis;
        rulebookHash = rulebookHash == null ? "" : rulebookHash;
        calendars = calendars == null ? List.of() : List.copyOf(calendars);
        attempt = Math.max(1, attempt);
        sheet = sheet == null ? "" : sheet;
    }

    /** The same under this rule sheet. */
    public LotRules with(String sheetHash) {
        return new LotRules(basis, rulebookHash, calendars, opensFrom, attempt, sheetHash);
    }

    /** Leaves NONE unwritten, as it was before there were others: the bytes of old journals stay the same. */
    public static final class UnlessNone {
        @Override
        public boolean equals(Object rules) {
            return NONE.equals(rules);
        }

        @Override
        public int hashCode() {
            return 0;
        }
    }
}
