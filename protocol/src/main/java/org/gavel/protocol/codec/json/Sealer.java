package org.gavel.protocol.codec.json;

/**
 * Keeps what is hidden unreadable at rest. The key lives outside the journal: verifying the chain needs none,
 * replaying does. Thread-safe.
 */
public interface Sealer {
    /** Leaves everything readable: for the engine without a journal, and for tests. */
    Sealer NONE = new Sealer() {
        @Override
        public String seal(String plain) {
            return plain;
        }

        @Override
        public String open(String sealed) {
            return sealed;
        }
    };

    /** What tells this key from any other and says nothing of it; empty where nothing is sealed under a key. */
    default String fingerprint() {
        return "";
    }

    String seal(String plain);

    /** The text that was sealed; throws {@link IllegalStateException} with what to do where the key does not fit. */
    String open(String sealed);
}
