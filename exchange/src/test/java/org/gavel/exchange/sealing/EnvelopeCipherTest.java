package org.gavel.exchange.sealing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.hpke.HPKE;
import org.bouncycastle.crypto.hpke.HPKEContextWithEncapsulation;
import org.gavel.protocol.command.OpenEnvelope;
import org.gavel.protocol.value.EnvelopeFault;
import org.gavel.protocol.value.EnvelopeKey;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.SealedCommitment;
import org.junit.jupiter.api.Test;

/** The cipher is RFC 9180's, and an envelope opens only where it was sent. */
class EnvelopeCipherTest {
    private static final String SALT = "5a".repeat(32);
    private static final Money AMOUNT = new Money(320_000_000);
    private static final KeyDeal DEAL = KeyDeal.of(2, List.of("exchange", "regulator", "notary"));

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }

    /** RFC 9180 A.3.1: DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-128-GCM, base mode, the first two encryptions. */
    @Test
    void isTheVectorOfTheRfc() throws InvalidCipherTextException {
        HPKE hpke = EnvelopeCipher.suite();
        AsymmetricCipherKeyPair ephemeral =
                hpke.deriveKeyPair(hex("4270e54ffd08d79d5928020af4686d8f6b7d35dbe470265f1f5aa22816ce860e"));
        AsymmetricCipherKeyPair recipient =
                hpke.deriveKeyPair(hex("668b37171f1072f3cf12ea8a236a45df23fc13b82af3609ad1e354f6ef817550"));
        byte[] info = hex("4f6465206f6e2061204772656369616e2055726e");
        HPKEContextWithEncapsulation sender = hpke.setupBaseS(recipient.getPublic(), info, ephemeral);
        assertArrayEquals(
                hex("04a92719c6195d5085104f469a8b9814d5838ff72b60501e2c4466e5e67b325ac9"
                        + "8536d7b61a1af4b78e5b7f951c0900be863c403ce65c9bfcb9382657222d18c4"),
                sender.getEncapsulation());
        byte[] text = hex("4265617574792069732074727574682c20747275746820626561757479");
        byte[] first = sender.seal(hex("436f756e742d30"), text);
        assertArrayEquals(
                hex("5ad590bb8baa577f8619db35a36311226a896e7342a6d836d8b7bcd2f20b6c7f9076ac232e3ab2523f39513434"),
                first);
        byte[] second = sender.seal(hex("436f756e742d31"), text);
        assertArrayEquals(
                hex("fa6f037b47fc21826b610172ca9637e82d6e5801eb31cbd3748271affd4ecb06646e0329cbdf3c3cd655b28e82"),
                second);
        byte[] opened =
                hpke.setupBaseR(sender.getEncapsulation(), recipient, info).open(hex("436f756e742d30"), first);
        assertArrayEquals(text, opened);
    }

    private static String commitment(int lot, int paddle) {
        return SealedCommitment.of(lot, paddle, AMOUNT, SALT);
    }

    private static String sealed(EnvelopeAddress address) {
        return EnvelopeCipher.seal(DEAL.key(), address, new SealedOffer(AMOUNT, SALT));
    }

    private static Finding opened(int lot, int paddle, int round, String commitment, String ciphertext) {
        try (EnvelopePrivateKey key =
                EnvelopePrivateKey.assemble(DEAL.key(), DEAL.shares().subList(1, 3))) {
            return key.open(lot, round, new SubmittedEnvelope(1001, paddle, commitment, 1, ciphertext));
        }
    }

    private static void refuses(EnvelopeFault fault, Finding finding) {
        assertEquals(fault, finding.fault().orElseThrow());
        assertTrue(finding.opening().isEmpty());
    }

    @Test
    void whatABidderSealsTheSharesOpen() {
        String commitment = commitment(7, 3);
        String ciphertext = sealed(new EnvelopeAddress(7, 3, 1, commitment));
        assertEquals(EnvelopeKey.CIPHERTEXT_LENGTH, ciphertext.length());
        Finding finding = opened(7, 3, 1, commitment, ciphertext);
        assertEquals(new OpenEnvelope(7, 1001, AMOUNT, SALT), finding.opening().orElseThrow());
        assertNotEquals(ciphertext, sealed(new EnvelopeAddress(7, 3, 1, commitment)));
    }

    @Test
    void opensForNoOtherLotPaddleRoundOrCommitment() {
        String commitment = commitment(7, 3);
        String ciphertext = sealed(new EnvelopeAddress(7, 3, 1, commitment));
        refuses(EnvelopeFault.UNDECRYPTABLE, opened(8, 3, 1, commitment, ciphertext));
        refuses(EnvelopeFault.UNDECRYPTABLE, opened(7, 4, 1, commitment, ciphertext));
        refuses(EnvelopeFault.UNDECRYPTABLE, opened(7, 3, 2, commitment, ciphertext));
        refuses(EnvelopeFault.UNDECRYPTABLE, opened(7, 3, 1, commitment(7, 4), ciphertext));
    }

    @Test
    void whatDoesNotFitItsCommitmentIsFoundOut() {
        String other = SealedCommitment.of(7, 3, new Money(1), SALT);
        refuses(EnvelopeFault.MISMATCH, opened(7, 3, 1, other, sealed(new EnvelopeAddress(7, 3, 1, other))));
    }

    @Test
    void rubbishDoesNotOpenAndStopsNothing() {
        String commitment = commitment(7, 3);
        byte[] bytes = Base64.getDecoder().decode(sealed(new EnvelopeAddress(7, 3, 1, commitment)));
        for (int place : new int[] {0, 1, 64, 65, 104, bytes.length - 1}) {
            bytes[place] ^= 1;
            String flipped = Base64.getEncoder().encodeToString(bytes);
            refuses(EnvelopeFault.UNDECRYPTABLE, opened(7, 3, 1, commitment, flipped));
            bytes[place] ^= 1;
        }
        refuses(EnvelopeFault.UNDECRYPTABLE, opened(7, 3, 1, commitment, ""));
        refuses(EnvelopeFault.UNDECRYPTABLE, opened(7, 3, 1, commitment, "AAAA"));
        refuses(EnvelopeFault.UNDECRYPTABLE, opened(7, 3, 1, commitment, "A".repeat(164)));
    }

    /** An amount of zero cannot be committed to by a bid, and is told as text that does not open. */
    @Test
    void anImpossibleAmountIsRubbish() {
        byte[] bytes = new SealedOffer(AMOUNT, SALT).bytes();
        Arrays.fill(bytes, 0, 8, (byte) 0xff);
        assertThrows(IllegalArgumentException.class, () -> SealedOffer.of(bytes));
    }
}
