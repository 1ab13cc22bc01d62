/** What a node is told to be: its configuration file, checked line by line before anything starts. */
package org.gavel.ops.config;
