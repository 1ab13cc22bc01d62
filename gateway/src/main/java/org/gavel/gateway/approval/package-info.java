/** Acts that wait for a second person of the venue. */
package org.gavel.gateway.approval;
