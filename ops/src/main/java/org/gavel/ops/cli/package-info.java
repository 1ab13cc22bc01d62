/** The {@code gavel} command: data on standard output, messages on standard error, exit codes that scripts can trust. */
package org.gavel.ops.cli;
