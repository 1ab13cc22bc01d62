/** What an auditor reads out of a journal without ever writing: each record with its outcome, lots at any sequence, what-ifs. */
package org.gavel.exchange.audit;
