/** A crowd of simulated participants that speaks the public protocol and measures the answers. */
package org.gavel.loadtest;
