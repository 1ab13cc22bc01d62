package org.gavel.gateway.feed;

/**
 * The answer to a subscription.
 *
 * @param sq the number before the first event that follows
 * @param recovered true: everything from the wanted number on follows; false: the snapshot stands for all up to
 *     {@code sq}
 * @param body what the snapshot says, empty where recovered
 */
public record Attachment(Cursor cursor, String epoch, long sq, boolean recovered, Body body) {
    /** JSON text, empty where recovered; who asks first waits while it is put together, and the hub does not. */
    public String snapshot() {
        return body.text();
    }
}
