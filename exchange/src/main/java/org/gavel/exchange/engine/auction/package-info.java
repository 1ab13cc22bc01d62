/** The auction mechanisms: each a small class with its own rules, run as phases of a lot. */
package org.gavel.exchange.engine.auction;
