/** What an auditor reads out of a journal without ever writing: records with outcomes, the market at any sequence, what-ifs. */
package org.gavel.exchange.audit;
