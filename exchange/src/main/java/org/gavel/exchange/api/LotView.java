package org.gavel.exchange.api;

import java.util.List;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.PhaseTerms;
import org.gavel.protocol.value.Title;

/**
 * What everybody may know of a lot.
 *
 * @param state {@code ANNOUNCED OPEN PAUSED SUSPENDED AWARDED PASSED WITHDRAWN}
 * @param phase the running phase from 1, 0 before the opening
 * @param price the highest bid, zero before the first
 * @param leader the leading paddle, 0 before the first bid
 * @param closesAt microseconds since 1970, 0 unless open
 * @param remaining microseconds left while paused or suspended
 * @param note why it is paused, passed, withdrawn or suspended
 * @param stage the running stage of the phase from 1, 0 where it has none
 * @param stageKind what the stage is, such as {@code SEALED} or {@code REVEAL}; empty where there is none
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
        int stage,
        String stageKind) {}
