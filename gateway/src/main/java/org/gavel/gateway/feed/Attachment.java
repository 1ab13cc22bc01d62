package org.gavel.gateway.feed;

/**
 * The answer to a subscription.
 *
 * @param sq the channel's newest number
 * @param recovered true: everything from the wanted number on follows; false: the snapshot stands for all up to
 *     {@code sq}
 * @param snapshot JSON text, empty where recovered
 */
public record Attachment(Cursor cursor, String epoch, long sq, boolean recovered, String snapshot) {}
