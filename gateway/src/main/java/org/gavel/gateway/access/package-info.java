/** Who is asking and what they may ask: signed tokens and the table of roles and commands. */
package org.gavel.gateway.access;
