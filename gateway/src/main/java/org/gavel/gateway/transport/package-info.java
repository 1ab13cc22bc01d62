/** The sockets: an HTTP server whose WebSocket endpoint gives every connection a session of its own. */
package org.gavel.gateway.transport;
