package org.gavel.ops.node;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.gavel.exchange.journal.Durability;
import org.gavel.exchange.transparency.LogSalts;
import org.gavel.exchange.transparency.LogSigners;
import org.gavel.exchange.transparency.LogTerms;
import org.gavel.ops.config.LogOptions;
import org.gavel.ops.config.LogOptions.WitnessSource;
import org.gavel.ops.config.NodeConfig;

/**
 * How a node keeps its public log.
 *
 * @param sources where cosignatures are fetched
 */
public record LogSetup(LogTerms terms, Duration every, List<WitnessSource> sources) {
    public LogSetup {
        sources = List.copyOf(sources);
    }

    /** The log of a configured node; none where its keys have not been made, or nothing is kept on disk. */
    static Optional<LogSetup> of(NodeConfig config) throws IOException {
        if (config.durability() == Durability.MEMORY || !LogSigners.exist(config.keys())) {
            return Optional.empty();
        }
        LogOptions log = config.log();
        LogSigners signers = LogSigners.load(config.keys());
        if (!signers.origin().equals(log.origin())) {
            throw new IOException("the log key in " + config.keys() + " is for the log " + signers.origin()
                    + ", but the configuration names " + log.origin() + "; write log.origin: " + signers.origin());
        }
        LogTerms terms = new LogTerms(
                config.data(),
                config.durability(),
                LogSalts.load(config.keys()),
                signers,
                log.witnesses().stream().map(WitnessSource::key).toList());
        return Optional.of(new LogSetup(terms, log.every(), log.witnesses()));
    }
}
