package org.gavel.gateway.approval;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.gavel.protocol.codec.json.CanonicalJson;
import org.gavel.protocol.codec.json.JsonCodec;
import org.gavel.protocol.command.Command;
import org.gavel.protocol.command.Origin;

/**
 * An act one person has asked for and a second may approve.
 *
 * @param origin who asked, without an approver
 * @param expiresAt from then on it can no longer be approved; microseconds since 1970
 */
public record HeldAct(long approval, Origin origin, Command command, long expiresAt) {
    /** SHA-256 over who asked for what, in hex: whoever approves names it, so that they approve nothing else. */
    public String hash() {
        try {
            byte[] content = CanonicalJson.write(content()).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Who asked for what. */
    private ObjectNode content() {
        ObjectNode content = JsonNodeFactory.instance.objectNode();
        content.put("actor", origin.actor()).put("cid", origin.cid().toString());
        content.set("act", JsonCodec.tree(command));
        return content;
    }

    /** All of it, as a second person sees it. */
    public ObjectNode shown() {
        return content().put("approval", approval).put("hash", hash()).put("expiresAt", expiresAt);
    }

    /** The origin of the act once this person approves it, at this instant. */
    public Origin approvedBy(long approver, long receivedAt) {
        return new Origin(
                origin.actor(),
                approver,
                origin.cid(),
                origin.session(),
                receivedAt,
                origin.gateway(),
                origin.role(),
                origin.channel());
    }
}
