/** What a sale leaves on record: lots and their outcome, awards, sale confirmations, contracts and registrations. */
package org.gavel.exchange.registry;
