package org.gavel.exchange.registry;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.gavel.protocol.value.Share;

/**
 * The venue's own document numbers: {@code SC-5f0c2a91-0000000007}, where a lot has several winners with the winner's
 * place behind it ({@code -0002}). They follow from the venue's name, the lot and the place alone, so a ledger built
 * again gives every document the number it had. They look like no official number.
 */
public final class DocumentNumbers {
    /** Enough to tell the venues of one operator apart. */
    private static final int VENUE_DIGITS = 8;

    private final String venueDigits;

    public DocumentNumbers(String venue) {
        this.venueDigits = hash(venue).substring(0, VENUE_DIGITS);
    }

    /** The number of a winner's confirmation letter (成交确认书). */
    public String saleConfirmation(int lot, Share share) {
        return number("SC", lot, share);
    }

    String contractDraft(int lot, Share share) {
        return number("DRAFT", lot, share);
    }

    private String number(String kind, int lot, Share share) {
        String place = share.winners() == 1 ? "" : String.format("-%04d", share.place());
        return String.format("%s-%s-%010d%s", kind, venueDigits, lot, place);
    }

    private static String hash(String venue) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(venue.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
