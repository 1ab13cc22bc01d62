/** Simulated bidders: seeded minds that decide, and the actors that put their decisions on a connection. */
package org.gavel.loadtest.scenario;
