/** A lot's evidence pack: what a court is handed, as files with a manifest and as one page that prints. */
package org.gavel.ops.audit.pack;
