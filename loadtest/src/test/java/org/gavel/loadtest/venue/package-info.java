/** A scripted venue on real sockets: it speaks the published contract and misbehaves when told to. */
package org.gavel.loadtest.venue;
