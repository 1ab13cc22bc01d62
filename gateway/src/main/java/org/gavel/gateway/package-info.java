/** The doors: WebSocket and HTTP sessions in front of the exchange. */
package org.gavel.gateway;
