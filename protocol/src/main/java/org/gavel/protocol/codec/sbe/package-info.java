/** Journal and event bytes: fixed SBE layouts for the hot messages, canonical JSON in one frame for the rest. */
package org.gavel.protocol.codec.sbe;
