/** The JSON face of commands and events (WebSocket, HTTP, simulate) and its canonical form (RFC 8785). */
package org.gavel.protocol.codec.json;
