/** What a browser or a probe gets without a WebSocket: the live page, the lots, and whether the node is well. */
package org.gavel.gateway.http;
