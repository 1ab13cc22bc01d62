package org.gavel.ops.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gavel.exchange.journal.Durability;
import org.gavel.exchange.journal.envelope.LogSettings;
import org.gavel.exchange.pipeline.ExchangeSettings;
import org.gavel.exchange.vault.SealingKey;
import org.gavel.gateway.GatewaySettings;
import org.gavel.gateway.access.TokenKeys;
import org.gavel.ops.node.NodePlan;

/**
 * How a demonstration runs.
 *
 * @param clockFactor 1 live, more for a fast one
 * @param seed of the simulated bidders
 */
public record DemoSettings(Path data, int port, int clockFactor, long seed) {
    /** A demonstration shows itself to this machine only. */
    public static final String HOST = "127.0.0.1";

    /** State digests are frequent, so that a short event has some. */
    private static final int DIGEST_EVERY = 512;

    /** Of one bidder's connection, at real speed. */
    private static final int COMMANDS_PER_SECOND = 50;

    public boolean isFast() {
        return clockFactor > 1;
    }

    Path keys() {
        return data.resolve("keys");
    }

    /** Keys of the demonstration's own: made once, kept with its data. */
    SealingKey sealingKey() throws IOException {
        return hasKeys() ? SealingKey.load(keys()) : SealingKey.create(keys());
    }

    private boolean hasKeys() {
        return Files.exists(keys().resolve(SealingKey.FILE));
    }

    NodePlan nodePlan(String venue, SealingKey sealingKey, TokenKeys tokens) {
        ExchangeSettings exchange = new ExchangeSettings(
                venue,
                data,
                Durability.DISK,
                LogSettings.daily(),
                sealingKey,
                DIGEST_EVERY,
                clockFactor,
                NodePlan.RELEASE);
        int rate = COMMANDS_PER_SECOND * clockFactor;
        GatewaySettings gateway = GatewaySettings.defaults(venue)
                .withAddress(HOST, port)
                .withBidderRate(rate, 2 * rate)
                .withDurability("disk");
        String ledger = "jdbc:sqlite:" + data.resolve("ledger.db");
        return new NodePlan(exchange, gateway, tokens, ledger, "", "", HOST, data.resolve("node.port"));
    }

    /** Likewise. */
    TokenKeys tokenKeys() {
        return hasKeys() ? TokenKeys.load(keys()) : TokenKeys.create(keys());
    }
}
