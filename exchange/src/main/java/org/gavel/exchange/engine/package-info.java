/** The pure market: commands and time in, events out; no I/O, clock, thread, randomness or hash order. */
package org.gavel.exchange.engine;
