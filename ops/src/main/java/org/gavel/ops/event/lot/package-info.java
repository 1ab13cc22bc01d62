/** What an event file says of a lot beside its phases: who is admitted, what is offered, outages, deposit, basis. */
package org.gavel.ops.event.lot;
