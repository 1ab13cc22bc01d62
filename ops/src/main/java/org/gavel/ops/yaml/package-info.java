/** Strict reading of the YAML files people write: every key known, every value checked, every problem with its line. */
package org.gavel.ops.yaml;
