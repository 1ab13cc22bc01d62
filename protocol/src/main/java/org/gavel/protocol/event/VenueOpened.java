package org.gavel.protocol.event;

/** The venue begins; everything after belongs to it. */
public record VenueOpened(String venue, int behaviour, String currency) implements PublicEvent {}
