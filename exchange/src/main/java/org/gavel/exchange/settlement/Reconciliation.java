package org.gavel.exchange.settlement;

import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Checks a ledger against itself: money conserved at every event, balances never negative and equal to what the
 * exchange stated, every award with its documents and nothing without one. Reads every row.
 */
public final class Reconciliation {
    /** The most findings one check reports. */
    public static final int MAX_FINDINGS = 100;

    private Reconciliation() {}

    /**
     * Something that must not be.
     *
     * @param check which check found it
     * @param place the sequence of the event, or the number of the lot, as the check says
     */
    public record Finding(Check check, long place) {
        /** For people. */
        public String sentence() {
            return String.format(check.sentence, place);
        }
    }

    /** What is checked; each has a query that lists the places where it is not so. */
    public enum Check {
        /** Law: money is conserved. */
        POSTINGS_SUM_TO_ZERO("The postings of sequence %d do not sum to zero.", """
                SELECT sequence FROM account_posting GROUP BY sequence, event_index HAVING SUM(amount) <> 0
                UNION ALL
                SELECT sequence FROM unit_posting GROUP BY sequence, event_index HAVING SUM(quantity) <> 0"""),
        /** Nobody uses money that is not there, at no moment. */
        BALANCES_NOT_NEGATIVE("An account is overdrawn after sequence %d.", """
                SELECT sequence FROM (SELECT sequence, account, SUM(amount) OVER (
                    PARTITION BY account, participant, lot ORDER BY sequence, event_index, leg) AS balance
                    FROM account_posting) running
                WHERE (account = 'VENUE_BANK' AND balance < 0) OR (account <> 'VENUE_BANK' AND balance > 0)"""),
        /** Ledger and exchange agree, at every event that says what an account holds. */
        BALANCES_AS_STATED("After sequence %d an account holds something else than the exchange stated.", """
                SELECT sequence FROM (SELECT sequence, stated_balance, -SUM(amount) OVER (
                    PARTITION BY account, participant, lot ORDER BY sequence, event_index, leg) AS balance
                    FROM account_posting) running
                WHERE stated_balance <> balance
                UNION ALL
                SELECT sequence FROM (SELECT sequence, stated_balance, -SUM(quantity) OVER (
                    PARTITION BY account, participant, asset ORDER BY sequence, event_index, leg) AS balance
                    FROM unit_posting) running
                WHERE stated_balance <> balance"""),
        /** A lot is awarded exactly where there are awards, as many as it has winners, of one command. */
        OUTCOMES_MATCH_AWARDS("Lot %d is marked as awarded without its awards, or has some without being marked.", """
                SELECT lot.lot FROM lot LEFT JOIN award ON award.lot = lot.lot
                GROUP BY lot.lot, lot.outcome
                HAVING (lot.outcome = 'AWARDED') <> (COUNT(award.lot) > 0)
                    OR COUNT(award.lot) <> COALESCE(MIN(award.winners), 0)
                    OR COUNT(award.lot) <> COALESCE(MAX(award.winners), 0)
                    OR COUNT(award.lot) <> COUNT(CASE WHEN award.sequence = lot.end_sequence
                        AND award.event_index = lot.end_index + award.place - 1 THEN 1 END)"""),
        /** Award, confirmation, contract and registration name the same parties and the same amount. */
        DOCUMENTS_MATCH_AWARDS(
                "The award of lot %d lacks a document, or one of them names other parties or another amount.", """
                SELECT award.lot FROM (
                    SELECT award.*, CASE lot.seller_pays WHEN 1 THEN lot.seller ELSE award.winner END AS pays,
                        CASE lot.seller_pays WHEN 1 THEN award.winner ELSE lot.seller END AS supplies
                    FROM award JOIN lot ON lot.lot = award.lot) award
                LEFT JOIN sale_confirmation confirmation ON confirmation.lot = award.lot
                    AND confirmation.place = award.place
                    AND confirmation.buyer = award.pays AND confirmation.seller = award.supplies
                    AND confirmation.amount = award.amount
                LEFT JOIN technology_contract contract ON contract.lot = award.lot AND contract.place = award.place
                    AND contract.transferee = award.pays AND contract.assignor = award.supplies
                    AND contract.contract_amount = award.amount
                LEFT JOIN contract_registration registration
                    ON registration.contract_draft_number = contract.contract_draft_number
                    AND registration.registrant = award.supplies AND registration.contract_amount = award.amount
                WHERE confirmation.lot IS NULL OR contract.lot IS NULL
                    OR registration.contract_draft_number IS NULL"""),
        /** A trade moves its amount and its units between its parties, and nothing is moved without a trade. */
        TRADES_MATCH_POSTINGS("The trade of sequence %d and its postings do not say the same.", """
                SELECT COALESCE(trade.sequence, moved.sequence) FROM unit_trade trade
                FULL OUTER JOIN (
                    SELECT pays.sequence, pays.event_index, pays.amount, pays.participant AS buyer,
                        gets.participant AS seller, given.quantity, given.asset,
                        given.participant AS gives, taken.participant AS takes
                    FROM account_posting pays
                    JOIN account_posting gets ON gets.sequence = pays.sequence
                        AND gets.event_index = pays.event_index AND gets.leg = 2
                    LEFT JOIN unit_posting given ON given.sequence = pays.sequence
                        AND given.event_index = pays.event_index AND given.leg = 1
                    LEFT JOIN unit_posting taken ON taken.sequence = pays.sequence
                        AND taken.event_index = pays.event_index AND taken.leg = 2
                    WHERE pays.fact = 'TRADED' AND pays.leg = 1) moved
                ON moved.sequence = trade.sequence AND moved.event_index = trade.event_index
                LEFT JOIN unit_book book ON book.book = trade.book
                WHERE trade.sequence IS NULL OR moved.sequence IS NULL OR moved.amount <> trade.amount
                    OR moved.buyer <> trade.buyer OR moved.seller <> trade.seller OR moved.quantity IS NULL
                    OR moved.quantity <> trade.quantity OR moved.asset <> book.asset
                    OR moved.gives <> trade.seller OR moved.takes <> trade.buyer"""),
        /** Only what was awarded can be void afterwards. */
        ANNULMENTS_HAVE_AWARDS("Lot %d is marked as void after its award, but has none.", """
                SELECT annulment.lot FROM award_annulment annulment LEFT JOIN award ON award.lot = annulment.lot
                    AND award.sequence < annulment.sequence
                WHERE award.lot IS NULL"""),
        /** Effects and position belong together. */
        NOTHING_BEYOND_THE_POSITION("Sequence %d has an effect, but the ledger's position has not come so far.", """
                SELECT entry.sequence FROM (
                    SELECT sequence FROM account_posting UNION ALL SELECT sequence FROM unit_posting
                    UNION ALL SELECT sequence FROM lot UNION ALL SELECT sequence FROM award
                    UNION ALL SELECT sequence FROM award_annulment
                    UNION ALL SELECT sequence FROM unit_book UNION ALL SELECT sequence FROM unit_trade
                    UNION ALL SELECT end_sequence FROM lot WHERE end_sequence IS NOT NULL) entry
                WHERE entry.sequence > (SELECT MAX(position.sequence) FROM settlement_position position)""");

        private final String sentence;
        private final String query;

        Check(String sentence, String query) {
            this.sentence = sentence;
            this.query = query;
        }

        private List<Finding> findings(Handle handle) {
            return handle.createQuery(query + " ORDER BY 1 LIMIT " + MAX_FINDINGS)
                    .mapTo(Long.class)
                    .map(place -> new Finding(this, place))
                    .list();
        }
    }

    /** Runs all checks on one moment of the ledger. Empty means sound. */
    public static List<Finding> of(Ledger ledger) {
        return ledger.read(handle -> {
            List<Finding> findings = new ArrayList<>();
            for (Check check : Check.values()) {
                findings.addAll(check.findings(handle));
            }
            return List.copyOf(findings);
        });
    }
}
