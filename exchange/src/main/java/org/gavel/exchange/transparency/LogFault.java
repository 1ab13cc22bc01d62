package org.gavel.exchange.transparency;

/** The log and the journal do not agree, or the log cannot be written: nothing more is signed. Says what to do. */
public final class LogFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LogFault(String message) {
        super(message);
    }

    public LogFault(String message, Throwable cause) {
        super(message, cause);
    }
}
