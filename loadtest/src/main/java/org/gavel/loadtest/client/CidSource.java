package org.gavel.loadtest.client;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.gavel.protocol.value.ClientId;

/**
 * Client ids that no other source gives: a letter, nine random digits to base 36 for the source, a counter. They are
 * not drawn from a seed, because the venue remembers the ids of an earlier run. Thread-safe.
 */
public final class CidSource {
    private static final int RADIX = 36;
    private static final long PREFIXES = 101_559_956_668_416L;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String prefix;
    private final AtomicInteger count = new AtomicInteger();

    public CidSource(char letter) {
        long number = Math.floorMod(RANDOM.nextLong(), PREFIXES);
        String digits = Long.toString(number, RADIX).toUpperCase(Locale.ROOT);
        this.prefix = letter + "0".repeat(9 - digits.length()) + digits;
    }

    public ClientId next() {
        return ClientId.parse(prefix + Integer.toString(count.incrementAndGet(), RADIX));
    }
}
