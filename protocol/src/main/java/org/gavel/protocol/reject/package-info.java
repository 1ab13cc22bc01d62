/** Every way to say no: stable codes and sentences that say what to do. */
package org.gavel.protocol.reject;
