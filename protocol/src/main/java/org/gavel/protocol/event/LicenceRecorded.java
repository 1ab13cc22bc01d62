package org.gavel.protocol.event;

/** A participant's export licence for a lot is on record. */
public record LicenceRecorded(int lot, int participant, String reference) implements PrivateEvent, DeskEvent {}
