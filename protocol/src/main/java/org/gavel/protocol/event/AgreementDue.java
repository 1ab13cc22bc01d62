package org.gavel.protocol.event;

import com.fasterxml.jackson.annotation.JsonView;
import org.gavel.protocol.value.Money;

/**
 * A listing found exactly one party: an agreement is due (协议转让).
 *
 * @param price the list price, or the party's higher offer
 * @param until when it can no longer be concluded, in microseconds since 1970
 */
public record AgreementDue(
        int listing, int lot, @JsonView(Faces.Private.class) int participant, int paddle, Money price, long until)
        implements LotEvent, DeskEvent {
    @Override
    public int owner() {
        return participant;
    }
}
