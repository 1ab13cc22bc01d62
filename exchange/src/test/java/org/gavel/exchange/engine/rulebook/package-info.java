/** Tests of rulebooks, working days and what an announcement is held to. */
package org.gavel.exchange.engine.rulebook;
