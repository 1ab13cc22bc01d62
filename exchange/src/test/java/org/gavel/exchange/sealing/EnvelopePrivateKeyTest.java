package org.gavel.exchange.sealing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Only enough true shares of the lot's own key make it; everything else is refused with what to do. */
class EnvelopePrivateKeyTest {
    private static final List<String> HOLDERS = List.of("exchange", "regulator", "notary");
    private static final KeyDeal DEAL = KeyDeal.of(2, HOLDERS);

    @TempDir
    private Path directory;

    private static KeyShare share(int index) {
        return DEAL.shares().get(index - 1);
    }

    private static void refuses(String sentence, KeyShare... shares) {
        IllegalStateException refusal = assertThrows(
                IllegalStateException.class, () -> EnvelopePrivateKey.assemble(DEAL.key(), List.of(shares)));
        assertTrue(refusal.getMessage().contains(sentence), refusal.getMessage());
    }

    @Test
    void anyTwoOfThreeMakeTheKey() {
        EnvelopePrivateKey.assemble(DEAL.key(), List.of(share(1), share(2))).close();
        EnvelopePrivateKey.assemble(DEAL.key(), List.of(share(3), share(1))).close();
        EnvelopePrivateKey.assemble(DEAL.key(), DEAL.shares()).close();
    }

    @Test
    void tooFewSharesAreRefused() {
        refuses("takes 2 shares and 1 came; add others of exchange, regulator, notary", share(2));
        refuses("takes 2 shares and 0 came");
    }

    @Test
    void theSameShareTwiceIsRefused() {
        refuses("share 2 (regulator) was given twice", share(2), share(2));
    }

    @Test
    void aShareOfAnotherKeyIsRefused() {
        KeyShare foreign = KeyDeal.of(2, HOLDERS).shares().get(0);
        refuses("share 1 (exchange) belongs to key " + foreign.key(), share(2), foreign);
    }

    @Test
    void aWrongShareIsFoundOutAlsoAmongMoreThanEnough() {
        KeyShare other = share(1);
        String flipped =
                (other.value().charAt(0) == '0' ? '1' : '0') + other.value().substring(1);
        KeyShare wrong = new KeyShare(other.key(), other.holder(), 1, 2, 3, flipped);
        refuses("one of them is wrong", wrong, share(2));
        refuses("one of them is wrong", share(3), wrong, share(2));
    }

    private Path file(String text) throws IOException {
        return Files.writeString(directory.resolve("share"), text);
    }

    private void refusesFile(String sentence, String text) throws IOException {
        Path file = file(text);
        IllegalStateException refusal = assertThrows(IllegalStateException.class, () -> KeyShare.read(file));
        assertTrue(refusal.getMessage().contains(sentence), refusal.getMessage());
    }

    @Test
    void aShareComesBackFromItsFile() throws IOException {
        for (KeyShare share : DEAL.shares()) {
            assertEquals(share, KeyShare.read(file(share.text())));
        }
    }

    @Test
    void aDamagedOrForeignFileIsRefused() throws IOException {
        String text = share(1).text();
        refusesFile("is damaged", text.replace("\"index\":1", "\"index\":2"));
        refusesFile("is damaged", text.replace("exchange", "exchamge"));
        refusesFile("is not a share", text.substring(1));
        refusesFile("is not a share", "{}");
        refusesFile("is not a share", "x".repeat(5000));
    }

    @Test
    void aShareNeverPrintsWhatItIs() {
        assertFalse(share(1).toString().contains(share(1).value()));
        assertEquals("share 1 (exchange)", share(1).toString());
    }
}
