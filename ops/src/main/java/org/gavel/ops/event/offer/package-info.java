/** What an event file says beside its lots: the course of listings, deals, and unit books. */
package org.gavel.ops.event.offer;
