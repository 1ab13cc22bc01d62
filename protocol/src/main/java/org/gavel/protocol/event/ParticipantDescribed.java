package org.gavel.protocol.event;

import org.gavel.protocol.value.Residence;

/** What is on record about a participant now. The legal person stands in the command alone. */
public record ParticipantDescribed(int participant, Residence residence, boolean staff) implements PrivateEvent {}
