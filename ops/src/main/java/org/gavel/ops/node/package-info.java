/** The composition root: one class that reads like the picture of the house. */
package org.gavel.ops.node;
