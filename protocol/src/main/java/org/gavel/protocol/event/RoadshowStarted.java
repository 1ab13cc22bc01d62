package org.gavel.protocol.event;

/** The first lot of the roadshow opens now. */
public record RoadshowStarted(int roadshow, String reason) implements PublicEvent {}
