/** Roadshows: lots that run one after the other. */
package org.gavel.exchange.engine.roadshow;
