/** The only threads: sequencer, journal, engine and outbound on one Disruptor ring, and who wakes them. */
package org.gavel.exchange.pipeline;
