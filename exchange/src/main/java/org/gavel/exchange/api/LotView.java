package org.gavel.exchange.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.gavel.protocol.value.Admission;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.Offering;
import org.gavel.protocol.value.PhaseTerms;
import org.gavel.protocol.value.PriorityRule;
import org.gavel.protocol.value.Title;

/**
 * What everybody may know of a lot.
 *
 * @param state {@code ANNOUNCED OPEN CLOSING PAUSED SUSPENDED HAMMERED AWARDED PASSED WITHDRAWN TERMINATED ANNULLED}
 * @param phase the running phase from 1, 0 before the opening
 * @param price the highest bid, per unit where the lot is divided; zero before the first
 * @param leader the leading paddle, 0 before the first bid; once awarded the best winner's
 * @param closesAt microseconds since 1970, 0 unless open
 * @param remaining microseconds left while paused or suspended
 * @param note why it is paused, passed, withdrawn or suspended
 * @param winners everybody who has won of it, best first; empty until it is awarded
 * @param ruleSheet SHA-256 of its rule sheet, lower-case hex
 * @param admission who may take part; unwritten where the deposit alone admits
 * @param priority how rights of first refusal are exercised
 * @param paddleCommitment the salted hash of who has which paddle; unwritten where they are not fixed
 * @param offering what it consists of and with which others it closes; absent where it is one thing of its own
 * @param stage the running stage of the phase from 1, 0 where it has none
 * @param stageKind what the stage is, such as {@code SEALED} or {@code REVEAL}; empty where there is none
 * @param stagePaddle whose stage it is, 0 for everybody's
 * @param stagePrice the price the stage is about, as {@code StageOpened} told it; zero where there is none
 * @param listing the listing that offers it; unwritten where none does
 */
public record LotView(
        int lot,
        Title title,
        String rulebook,
        Money deposit,
        Money reserve,
        String reserveCommitment,
        List<PhaseTerms> phases,
        long opensAt,
        String state,
        int phase,
        Money price,
        Money nextMinimum,
        int leader,
        int bids,
        int extensions,
        long closesAt,
        long remaining,
        String note,
        List<Winner> winners,
        String ruleSheet,

        @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = Admission.UnlessOpen.class)
        Admission admission,

        PriorityRule priority,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) String paddleCommitment,

        @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = Offering.UnlessPlain.class)
        Offering offering,

        int stage,
        String stageKind,
        int stagePaddle,
        Money stagePrice,

        @JsonInclude(JsonInclude.Include.NON_DEFAULT) int listing) {
    /** One winner: what they pay in all, and how many units at which price of a divided lot. */
    public record Winner(int paddle, Money amount, long units, Money unitPrice) {}
}
