package org.gavel.exchange.registry;

import java.util.Optional;
import org.gavel.protocol.value.Money;

/**
 * The contract an award calls for (技术合同).
 *
 * @param draftNumber the venue's own number; never to be shown as a registration number
 * @param place which of the lot's winners it is with, from 1
 * @param assignor 让与人, the seller; the winner where prices fall
 * @param transferee 受让方, who pays: the winner, or the seller where prices fall
 * @param contractAmount 合同成交额, the whole price
 * @param technologyAmount 技术交易额, once the parties have stated it
 * @param signingDeadline the first instant that is too late, microseconds since 1970; see {@link SigningDeadline}
 */
public record TechnologyContract(
        String draftNumber,
        int lot,
        int place,
        ContractType type,
        int assignor,
        int transferee,
        String projectName,
        Money contractAmount,
        Optional<Money> technologyAmount,
        State state,
        long draftedAt,
        long signingDeadline) {

    /** How far it has come. */
    public enum State {
        /** 草案: made from the award, not signed. */
        DRAFT
    }
}
