package org.gavel.ops.node;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.gavel.exchange.pipeline.LogFollower;
import org.gavel.ops.config.LogOptions.WitnessSource;
import org.gavel.ops.remote.RemoteFailure;
import org.gavel.ops.witness.LogReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fetches what the venue's witnesses have cosigned and hands it to the log. A thread of its own. */
final class CosignatureCollector implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CosignatureCollector.class);

    private final LogFollower log;
    private final List<WitnessSource> sources;
    private final Map<String, String> last = new HashMap<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "gavel-cosignatures");
        thread.setDaemon(true);
        return thread;
    });

    private volatile Future<?> collecting = CompletableFuture.completedFuture(null);

    private CosignatureCollector(LogFollower log, List<WitnessSource> sources) {
        this.log = log;
        this.sources = sources;
    }

    static CosignatureCollector start(LogFollower log, LogSetup setup) {
        CosignatureCollector collector = new CosignatureCollector(log, setup.sources());
        if (!setup.sources().isEmpty()) {
            long millis = setup.every().toMillis();
            collector.collecting =
                    collector.timer.scheduleWithFixedDelay(collector::collect, millis, millis, TimeUnit.MILLISECONDS);
        }
        return collector;
    }

    private void collect() {
        for (WitnessSource source : sources) {
            collect(source);
        }
    }

    /** A witness that cannot be reached is told once, and again when it says something else. */
    private void collect(WitnessSource source) {
        String from = source.from();
        try {
            int name = from.lastIndexOf('/');
            LogReader.of(from.substring(0, Math.max(0, name)))
                    .text(from.substring(name + 1))
                    .filter(note -> !note.equals(last.put(from, note)))
                    .ifPresent(note -> log.offer(source.key().name(), note));
        } catch (RemoteFailure e) {
            if (!e.getMessage().equals(last.put(from, e.getMessage()))) {
                LOG.warn("the witness {} does not answer: {}", source.key().name(), e.getMessage());
            }
        } catch (RuntimeException e) {
            LOG.error("the cosignature of {} could not be fetched", source.key().name(), e);
        }
    }

    @Override
    public void close() {
        collecting.cancel(true);
        timer.shutdownNow();
    }
}
