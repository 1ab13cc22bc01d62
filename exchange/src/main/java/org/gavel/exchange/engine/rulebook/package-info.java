/** The legal rule packs a lot can be announced under. */
package org.gavel.exchange.engine.rulebook;
