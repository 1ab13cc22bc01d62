package org.gavel.gateway.access;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The tokens whose signature was checked lately, so that a hall that loses its network and comes back does not have each
 * checked again, which takes longer than all else a connection needs. The least used give way. Thread-safe.
 */
final class ProvedTokens {
    private final Map<String, Boolean> tokens;

    ProvedTokens(int most) {
        tokens = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
                return size() > most;
            }
        });
    }

    void add(String token) {
        tokens.put(token, Boolean.TRUE);
    }

    boolean contains(String token) {
        return tokens.get(token) != null; // The look-up counts as a use, containsKey would not.
    }
}
