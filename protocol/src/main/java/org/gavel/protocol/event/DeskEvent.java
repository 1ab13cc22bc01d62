package org.gavel.protocol.event;

/**
 * What the venue's staff decide on: told with all its fields on the desk of the lot or deal it is about. Deposits and
 * quotes are not: who bids under which paddle follows from them.
 */
public interface DeskEvent extends OfLot {}
