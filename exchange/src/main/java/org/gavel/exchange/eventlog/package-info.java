/** What happened, on disk for everyone who follows it: derived from the journal, rebuilt where it is short. */
package org.gavel.exchange.eventlog;
