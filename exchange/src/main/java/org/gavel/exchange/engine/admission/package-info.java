/** Who may take part in one lot's sale: exclusions, real names, applications and their decisions. */
package org.gavel.exchange.engine.admission;
