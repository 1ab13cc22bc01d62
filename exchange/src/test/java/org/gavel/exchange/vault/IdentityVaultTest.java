package org.gavel.exchange.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdentityVaultTest {
    private static final String WHO = "{\"document\":\"91330106MA2B0T5K8Q\",\"name\":\"杭州某某科技有限公司\"}";

    @TempDir
    private Path keys;

    private IdentityVault vault;

    @BeforeEach
    void open() {
        vault = new IdentityVault(keys, "V");
    }

    private Path key(int participant) {
        return keys.resolve(IdentityVault.DIRECTORY).resolve(participant + ".key");
    }

    @Test
    void whatIsSealedOpensWithItsKeyAndIsNeverTheSameTwice() throws IOException {
        String first = vault.seal(7, WHO);
        String second = vault.seal(7, WHO);
        assertNotEquals(first, second);
        assertEquals(WHO, vault.open(7, first));
        assertEquals(WHO, new IdentityVault(keys, "V").open(7, second));
    }

    @Test
    void theLengthTellsNothingOfAnyUsualIdentity() throws IOException {
        assertEquals(vault.seal(7, "{}").length(), vault.seal(8, WHO).length());
    }

    @Test
    void aKeyIsItsOwnersFileAlone() throws IOException {
        vault.seal(7, WHO);
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(key(7))));
    }

    @Test
    void aDestroyedKeyOpensNothingAnyMore() throws IOException {
        String sealed = vault.seal(7, WHO);
        assertTrue(vault.destroy(7));
        assertFalse(vault.destroy(7));
        IllegalStateException gone = assertThrows(IllegalStateException.class, () -> vault.open(7, sealed));
        assertTrue(gone.getMessage().contains("was erased"), gone.getMessage());
        vault.seal(7, WHO);
        assertThrows(IllegalStateException.class, () -> vault.open(7, sealed), "a new key is another key");
    }

    @Test
    void whatWasSealedForOneOpensForNoOtherAndAtNoOtherVenue() throws IOException {
        String sealed = vault.seal(7, WHO);
        vault.seal(8, "{}");
        Files.copy(key(7), key(9));
        assertThrows(IllegalStateException.class, () -> vault.open(8, sealed));
        assertThrows(IllegalStateException.class, () -> vault.open(9, sealed));
        assertThrows(IllegalStateException.class, () -> new IdentityVault(keys, "W").open(7, sealed));
    }

    @Test
    void everyFlippedBitIsNoticed() throws IOException {
        String sealed = vault.seal(7, WHO);
        byte[] bytes = Base64.getDecoder().decode(sealed);
        for (int bit = 0; bit < bytes.length * 8; bit++) {
            bytes[bit / 8] ^= (byte) (1 << bit % 8);
            String altered = Base64.getEncoder().encodeToString(bytes);
            assertThrows(IllegalStateException.class, () -> vault.open(7, altered));
            bytes[bit / 8] ^= (byte) (1 << bit % 8);
        }
    }
}
