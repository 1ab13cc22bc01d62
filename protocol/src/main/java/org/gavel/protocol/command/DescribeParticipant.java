package org.gavel.protocol.command;

import org.gavel.protocol.reject.Require;
import org.gavel.protocol.value.Residence;

/**
 * Puts on record what the rules ask about a participant; it replaces what was on record before.
 *
 * @param legalPerson keyed hash of the legal person they act for, like {@code identityHash}; empty: their own identity
 * @param staff whether they work for the venue
 */
public record DescribeParticipant(int participant, String legalPerson, Residence residence, boolean staff)
        implements Command {
    public DescribeParticipant {
        Require.id(participant, "participant");
        legalPerson = Require.text(legalPerson, "legalPerson");
        residence = residence == null ? Residence.UNKNOWN : residence;
    }
}
