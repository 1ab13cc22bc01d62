/** Event files: what a venue writes about an auction event, checked line by line and turned into commands. */
package org.gavel.ops.event;
