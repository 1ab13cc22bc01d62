package org.gavel.ops.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gavel.exchange.journal.Durability;
import org.gavel.exchange.pipeline.ExchangeSettings;
import org.gavel.gateway.session.SessionSettings;
import org.gavel.gateway.transport.TransportSettings;
import org.gavel.ops.yaml.Placed;
import org.gavel.ops.yaml.Problems;
import org.gavel.ops.yaml.ScalarType;
import org.gavel.ops.yaml.ScalarTypes;
import org.gavel.ops.yaml.Section;

/** Reads a node's configuration file block by block. */
final class ConfigReader {
    private static final int DEFAULT_PORT = 7400;
    private static final int MAX_PORT = 65_535;
    private static final int MAX_VENUE = 64;
    private static final int MAX_ORIGINS = 100;
    private static final int MAX_CONNECTIONS = 1_000_000;
    private static final int MAX_RATE = 1_000_000;

    /** The next file of the journal and what follows it must still find room. */
    private static final int LEAST_FREE_MEGABYTES = 32;

    private static final int MOST_FREE_MEGABYTES = 1024 * 1024;

    private static final ScalarType<String> HOST =
            ScalarTypes.matching("[A-Za-z0-9.:_-]{1,255}", "a host name or an address, such as 127.0.0.1");
    private static final ScalarType<String> ORIGIN = ScalarTypes.matching(
            "https?://[A-Za-z0-9.\\-\\[\\]:]{1,255}",
            "a web origin without a path, such as https://auction.example.org");

    private final Path file;
    private final Path absolute;
    private final Section root;
    private final Problems problems;
    private final Shown shown = new Shown();

    /** @param file as the person named it, for messages; {@code absolute} is what relative paths start from */
    ConfigReader(Path file, Path absolute, Section root, Problems problems) {
        this.file = file;
        this.absolute = absolute;
        this.root = root;
        this.problems = problems;
    }

    Optional<NodeConfig> read() {
        String venue = root.require("venue", ScalarTypes.text(MAX_VENUE)).orElse("");
        shown.add(root, "venue", venue);
        Paths paths = new Paths(absolute);
        Path data = shown.path(root, "data", root.require("data", paths.type()));
        Listen listen = listen(root.section("listen").orElse(root.without("listen")));
        Durability durability = durability();
        Path keys = shown.path(root, "keys", root.require("keys", paths.type()));
        LedgerAccess ledger =
                new LedgerReader(root.section("ledger").orElse(root.without("ledger")), paths, data, shown).read();
        int digestEvery = number(root, "digestEvery", 1, Integer.MAX_VALUE, ExchangeSettings.DEFAULT_DIGEST_EVERY);
        Limits limits = limits(root.section("limits").orElse(root.without("limits")));
        root.rejectUnknown();
        paths.checkDirectory(root, "data", data);
        paths.checkDirectory(root, "keys", keys);
        return problems.anyError()
                ? Optional.empty()
                : Optional.of(new NodeConfig(
                        file,
                        venue,
                        data,
                        listen,
                        durability,
                        keys,
                        ledger,
                        digestEvery,
                        limits,
                        shown.settings(),
                        problems.sorted()));
    }

    private Listen listen(Section listen) {
        String host = listen.read("host", HOST).orElse("127.0.0.1");
        shown.add(listen, "host", host);
        int port = number(listen, "port", 0, MAX_PORT, DEFAULT_PORT);
        List<String> origins = listen.list("origins", ORIGIN, MAX_ORIGINS).stream()
                .map(Placed::value)
                .toList();
        shown.add(listen, "origins", origins.isEmpty() ? "the node's own pages only" : String.join(" ", origins));
        listen.rejectUnknown();
        return new Listen(host, port, origins);
    }

    private Durability durability() {
        String word = root.read("durability", ScalarTypes.oneOf(List.of("disk", "process", "memory")))
                .orElse("disk");
        if (word.equals("memory")) {
            root.warn("durability", "memory loses everything when the node ends; use it for rehearsals only");
        }
        shown.add(root, "durability", word);
        return Durability.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private Limits limits(Section limits) {
        int connections = number(limits, "connections", 1, MAX_CONNECTIONS, TransportSettings.DEFAULT.connections());
        int usualRate = SessionSettings.defaults("").bidders().perSecond();
        int commands = number(limits, "commandsPerSecond", 1, MAX_RATE, usualRate);
        int usualRoom = Limits.megabytes(ExchangeSettings.DEFAULT_LEAST_FREE_BYTES);
        int room = number(limits, "freeMegabytes", LEAST_FREE_MEGABYTES, MOST_FREE_MEGABYTES, usualRoom);
        limits.rejectUnknown();
        return new Limits(connections, commands, room);
    }

    private int number(Section section, String key, int least, int most, int otherwise) {
        int number = section.read(key, ScalarTypes.whole(least, most)).orElse(otherwise);
        shown.add(section, key, Integer.toString(number));
        return number;
    }
}
