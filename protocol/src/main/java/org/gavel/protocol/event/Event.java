package org.gavel.protocol.event;

/** What happened. Which of the four kinds it is says who may see it; its name on the wire is the record's name. */
public sealed interface Event permits LotEvent, PrivateEvent, PublicEvent, StaffEvent {}
