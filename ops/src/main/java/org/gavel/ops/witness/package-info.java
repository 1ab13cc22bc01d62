/** Another party's eyes on the public log: reads it from outside, cosigns what only grew, keeps evidence of what did not. */
package org.gavel.ops.witness;
