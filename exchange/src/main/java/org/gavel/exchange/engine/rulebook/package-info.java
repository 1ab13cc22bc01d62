/** The legal rule packs a lot can be announced under, and what they say to an announcement. */
package org.gavel.exchange.engine.rulebook;
