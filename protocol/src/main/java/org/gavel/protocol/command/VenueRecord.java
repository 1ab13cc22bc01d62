package org.gavel.protocol.command;

/** What only the venue's own software writes into the journal; nobody may ask for it. */
public interface VenueRecord {}
