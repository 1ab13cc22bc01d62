package org.gavel.ops.event;

import org.gavel.protocol.command.Command;
import org.gavel.protocol.value.ClientId;

/**
 * One command of a loaded event. The same file gives the same cid for it every time, so that a retry is known; a
 * venue that knows the cid has taken every command before it too.
 *
 * @param place where in the file it comes from, {@code LINE: KEY}; empty where from no single place
 */
public record LoadCommand(ClientId cid, Command command, String place) {}
