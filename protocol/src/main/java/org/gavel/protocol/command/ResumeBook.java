package org.gavel.protocol.command;

import org.gavel.protocol.reject.Require;

/**
 * Resumes a halted book (复牌).
 *
 * @param crossAt when the call crosses through which it resumes, microseconds since 1970; 0: continuous trading at once
 */
public record ResumeBook(int book, long crossAt, String reason) implements Command, BookAct {
    public ResumeBook {
        Require.id(book, "book");
        Require.between(crossAt, 0, Require.MAX_NUMBER, "crossAt");
        reason = Require.reason(reason);
    }
}
