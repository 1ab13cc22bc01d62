/** The fan-out: every event encoded once, numbered a channel, and kept for a while so that a client can resume. */
package org.gavel.gateway.feed;
