/** Holds the rooms of the house apart. */
package org.gavel.ops.architecture;
