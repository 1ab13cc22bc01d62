package org.gavel.ops.node;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.gavel.exchange.journal.envelope.LogSettings;
import org.gavel.exchange.pipeline.ExchangeSettings;
import org.gavel.exchange.vault.SealingKey;
import org.gavel.gateway.GatewaySettings;
import org.gavel.gateway.access.TokenKeys;
import org.gavel.ops.config.NodeConfig;

/**
 * What a node is built from.
 *
 * @param portFile where it writes its address, {@code host:port}
 */
public record NodePlan(
        ExchangeSettings exchange,
        GatewaySettings gateway,
        TokenKeys tokens,
        String ledgerUrl,
        String ledgerUser,
        String ledgerPassword,
        String host,
        Path portFile) {
    /** The release, as it stands in the journal. */
    public static final String RELEASE = "gavel 0.1.0";

    /** The node a configuration describes; its keys must exist. */
    public static NodePlan of(NodeConfig config) throws IOException {
        return of(config, 1);
    }

    /** The same with a clock that runs {@code clockFactor} times as fast, for rehearsals. */
    public static NodePlan of(NodeConfig config, int clockFactor) throws IOException {
        return new NodePlan(
                exchange(config, clockFactor),
                gateway(config),
                TokenKeys.load(config.keys()),
                config.ledger().url(),
                config.ledger().user(),
                config.ledger().password(),
                config.listen().host(),
                config.portFile());
    }

    private static ExchangeSettings exchange(NodeConfig config, int clockFactor) throws IOException {
        return new ExchangeSettings(
                config.venue(),
                config.data(),
                config.durability(),
                LogSettings.daily(),
                SealingKey.load(config.keys()),
                config.digestEvery(),
                clockFactor,
                RELEASE,
                config.limits().freeBytes());
    }

    private static GatewaySettings gateway(NodeConfig config) {
        int connections = config.limits().connections();
        int rate = config.limits().commandsPerSecond();
        GatewaySettings settings = GatewaySettings.defaults(config.venue())
                .withAddress(config.listen().host(), config.listen().port())
                .withConnections(connections, connections)
                .withBidderRate(rate, 2 * rate)
                .withDurability(config.durability().name().toLowerCase(Locale.ROOT));
        return config.listen().origins().isEmpty()
                ? settings
                : settings.withOrigins(Set.copyOf(config.listen().origins()));
    }
}
