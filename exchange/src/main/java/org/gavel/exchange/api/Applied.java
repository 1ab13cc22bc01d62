package org.gavel.exchange.api;

import java.util.List;
import org.gavel.protocol.event.Event;

/** What one command caused, in order; the events' index counts from 0. */
public record Applied(long sequence, long timestamp, List<Event> events) {}
