package org.gavel.exchange.registry;

import org.gavel.protocol.value.Money;

/**
 * The registration of a technology contract (技术合同登记), which the seller asks for, once, at the registration
 * office. The office gives the official number; there is none here.
 *
 * @param draftNumber the contract's, the venue's own
 * @param openedAt microseconds since 1970
 */
public record ContractRegistration(
        String draftNumber, int registrant, Money contractAmount, State state, long openedAt) {

    /** How far it has come. */
    public enum State {
        /** Waits for a signed contract. */
        PENDING
    }
}
