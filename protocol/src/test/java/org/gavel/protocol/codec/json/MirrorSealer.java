package org.gavel.protocol.codec.json;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Hides a text well enough that a search does not find it, and opens it again without a key. */
public final class MirrorSealer implements Sealer {
    @Override
    public String seal(String plain) {
        byte[] mirrored = new StringBuilder(plain).reverse().toString().getBytes(StandardCharsets.UTF_8);
        return Base64.getEncoder().encodeToString(mirrored);
    }

    @Override
    public String open(String sealed) {
        byte[] mirrored = Base64.getDecoder().decode(sealed);
        return new StringBuilder(new String(mirrored, StandardCharsets.UTF_8))
                .reverse()
                .toString();
    }
}
