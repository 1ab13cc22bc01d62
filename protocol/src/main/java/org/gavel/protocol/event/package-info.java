/** What happened: one record an event, in the order and with the sequence of the command that caused it. */
package org.gavel.protocol.event;
