package org.gavel.ops.event;

import org.gavel.protocol.value.Residence;

/**
 * What the rules ask about a participant.
 *
 * @param verified whether the venue has checked the identity (实名)
 * @param legalPerson the document number of the legal person they act for; empty: their own identity
 * @param staff whether they work for the venue
 */
public record Standing(boolean verified, Residence residence, String legalPerson, boolean staff) {
    /** Whether anything but the real name is said. */
    boolean isDescribed() {
        return residence != Residence.UNKNOWN || !legalPerson.isEmpty() || staff;
    }
}
