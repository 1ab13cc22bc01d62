package org.gavel.exchange.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys to participants' identities, one file each in the venue's key directory: AES-256-GCM, bound to venue and
 * participant, padded so that the length tells nothing. Destroying a file erases what the journal holds under it.
 * Thread-safe as far as its files are.
 */
public final class IdentityVault {
    /** The directory of the keys, in the venue's key directory. */
    public static final String DIRECTORY = "identities";

    /** The longest identity, in bytes of UTF-8. */
    public static final int MAX_BYTES = 4_096;

    private static final String PURPOSE = "GAVEL-IDENTITYv1";
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int PADDING = 256;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path directory;
    private final String venue;

    /** @param keys the venue's key directory */
    public IdentityVault(Path keys, String venue) {
        this.directory = keys.resolve(DIRECTORY);
        this.venue = venue;
    }

    private Path file(int participant) {
        return directory.resolve(participant + ".key");
    }

    /** Whether there is a key for the participant; without one nobody can read their identity. */
    public boolean hasKey(int participant) {
        return Files.exists(file(participant));
    }

    /** Encrypts an identity, under a new key where the participant has none yet. */
    public String seal(int participant, String identity) throws IOException {
        byte[] text = identity.getBytes(StandardCharsets.UTF_8);
        if (text.length > MAX_BYTES) {
            throw new IllegalStateException(
                    "an identity has at most " + MAX_BYTES + " bytes; this one has " + text.length);
        }
        byte[] key = hasKey(participant) ? key(participant) : create(participant);
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        byte[] sealed = apply(Cipher.ENCRYPT_MODE, participant, key, nonce, padded(text));
        byte[] joined = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
        System.arraycopy(sealed, 0, joined, NONCE_BYTES, sealed.length);
        return Base64.getEncoder().encodeToString(joined);
    }

    private static byte[] padded(byte[] text) {
        int length = (Integer.BYTES + text.length + PADDING - 1) / PADDING * PADDING;
        return ByteBuffer.allocate(length).putInt(text.length).put(text).array();
    }

    /**
     * The identity that was sealed.
     *
     * @throws IllegalStateException with what to do where the key is gone or is another's
     */
    public String open(int participant, String sealed) throws IOException {
        if (!hasKey(participant)) {
            throw new IllegalStateException(file(participant) + " does not exist: the identity of participant "
                    + participant + " was erased, or its key is kept elsewhere");
        }
        byte[] joined = Base64.getDecoder().decode(sealed);
        byte[] nonce = Arrays.copyOf(joined, NONCE_BYTES);
        byte[] body = Arrays.copyOfRange(joined, NONCE_BYTES, joined.length);
        ByteBuffer text = ByteBuffer.wrap(apply(Cipher.DECRYPT_MODE, participant, key(participant), nonce, body));
        byte[] identity = new byte[text.getInt()];
        text.get(identity);
        return new String(identity, StandardCharsets.UTF_8);
    }

    /** Overwrites and deletes the key; true where there was one. Copies of it must be destroyed where they are kept. */
    public boolean destroy(int participant) throws IOException {
        Path file = file(participant);
        if (!Files.exists(file)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            byte[] noise = new byte[Math.toIntExact(channel.size())];
            RANDOM.nextBytes(noise);
            ByteBuffer bytes = ByteBuffer.wrap(noise);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.delete(file);
        force(directory);
        return true;
    }

    private byte[] key(int participant) throws IOException {
        Path file = file(participant);
        String text = Files.readString(file).strip();
        if (!text.matches("[0-9a-f]{64}")) {
            throw new IOException(file + " is not a key of 64 hex digits; restore it from the key backup");
        }
        return HexFormat.of().parseHex(text);
    }

    /** The key is durable before anything is sealed under it. */
    private byte[] create(int participant) throws IOException {
        Files.createDirectories(directory);
        Path file = file(participant);
        byte[] key = new byte[KEY_BYTES];
        RANDOM.nextBytes(key);
        try {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } catch (FileAlreadyExistsException somebodyElses) {
            return key(participant);
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer bytes =
                    ByteBuffer.wrap((HexFormat.of().formatHex(key) + "\n").getBytes(StandardCharsets.US_ASCII));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        force(directory);
        return key;
    }

    private static void force(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private byte[] apply(int mode, int participant, byte[] key, byte[] nonce, byte[] text) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD((PURPOSE + '\0' + venue + '\0' + participant).getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "the identity of participant " + participant + " does not open with " + file(participant)
                            + "; use the key directory of the venue that recorded it",
                    e);
        }
    }
}
