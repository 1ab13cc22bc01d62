/** The protocol state of one connection, without any socket: texts in, texts out. */
package org.gavel.gateway.session;
