/** How much one session may ask for, decided before anything reaches the market. */
package org.gavel.gateway.throttle;
