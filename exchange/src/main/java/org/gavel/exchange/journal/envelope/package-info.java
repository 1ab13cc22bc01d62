/**
 * The envelope around every record and batch that Gavel keeps in Chronicle Queue files, with one writer and one
 * strictly read-only reader. The journal adds forcing and a watermark to it; the event log uses it as it is.
 */
package org.gavel.exchange.journal.envelope;
