/** Writes the engine's objects down by their fields and makes them again around a fresh market's wiring. */
package org.gavel.exchange.snapshot.graph;
