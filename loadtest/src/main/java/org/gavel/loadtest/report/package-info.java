/** What a crowd did and how long the answers took, in numbers. */
package org.gavel.loadtest.report;
