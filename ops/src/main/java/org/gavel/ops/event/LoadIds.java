package org.gavel.ops.event;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import org.gavel.protocol.codec.json.JsonCodec;
import org.gavel.protocol.command.Command;
import org.gavel.protocol.value.ClientId;

/**
 * Names the commands of one event: a letter for the kind, the number, and a mark, {@code R1001-9k2f0x3a}. The mark is
 * a hash over the event's name, all payments, and every command up to this one. So a venue that knows a cid has taken
 * the very same commands before it; and a file whose payments were changed has no cid in common with the one it was,
 * which keeps a payment from being made twice. For one thread.
 */
final class LoadIds {
    private static final int RADIX = 36;
    private static final int MARK_DIGITS = 8;

    private byte[] chain;

    LoadIds(String event, List<? extends Command> payments) {
        chain = hash(new byte[0], "gavel event " + event);
        payments.forEach(this::extend);
    }

    /** The cid of the next command. */
    ClientId next(char kind, int number, Command command) {
        extend(command);
        String digits = "0".repeat(MARK_DIGITS) + new BigInteger(1, chain).toString(RADIX);
        String name = kind + Integer.toString(number) + '-';
        int length = Math.min(MARK_DIGITS, ClientId.MAX_LENGTH - name.length());
        return ClientId.parse(name + digits.substring(digits.length() - length));
    }

    private void extend(Command command) {
        chain = hash(chain, JsonCodec.tree(command).toString());
    }

    private static byte[] hash(byte[] before, String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(before);
            return digest.digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
