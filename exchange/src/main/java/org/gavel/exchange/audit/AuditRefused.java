package org.gavel.exchange.audit;

/** A journal cannot be read as asked; the message names the place and what to do. Nothing was changed. */
public final class AuditRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public AuditRefused(String sentence) {
        super(sentence);
    }

    AuditRefused(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
