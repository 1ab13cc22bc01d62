package org.gavel.protocol.event;

/** What happened. Which of the five kinds it is says who may see it; its name on the wire is the record's name. */
public sealed interface Event permits BookEvent, LotEvent, PrivateEvent, PublicEvent, StaffEvent {}
