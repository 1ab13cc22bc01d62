package org.gavel.exchange.settlement;

import java.util.List;
import java.util.Optional;

/**
 * What the ledger adds up to at one moment, to be compared with what the exchange holds at the same sequence. All
 * amounts are fen.
 *
 * @param sequence the ledger's stored position
 * @param venue empty before the venue opened
 * @param turnover the sum of all awards that are not void
 * @param bank what the venue has at the bank: all credits less all withdrawals
 * @param forfeited what fell to the venue of held deposits
 * @param balances of everyone money ever moved for, in order of participants
 * @param units of everyone who ever got any, in order of participants and assets
 */
public record LedgerSummary(
        long sequence,
        Optional<String> venue,
        Lots lots,
        long turnover,
        long bank,
        long forfeited,
        List<Balance> balances,
        List<Units> units) {

    /** How many lots there are, by outcome; an annulled award is no award any more. */
    public record Lots(int pending, int awarded, int passed, int withdrawn, int annulled) {}

    /**
     * One participant's account.
     *
     * @param free may be used or taken back
     * @param held is held for lots
     */
    public record Balance(int participant, long credited, long withdrawn, long free, long held) {}

    /** One participant's units of one asset. */
    public record Units(int participant, String asset, long quantity) {}

    /** What the venue owes all participants together; with {@link #forfeited} equal to {@link #bank} in a sound ledger. */
    public long owed() {
        return balances.stream()
                .mapToLong(balance -> Math.addExact(balance.free(), balance.held()))
                .reduce(0, Math::addExact);
    }
}
