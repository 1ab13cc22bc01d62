package org.gavel.exchange.snapshot;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.gavel.exchange.api.KeptView;
import org.gavel.exchange.engine.Market;
import org.gavel.exchange.engine.state.StateWriter;
import org.gavel.protocol.command.Command;

/**
 * Which code a snapshot was made by: SHA-256 over the class files of engine, host, snapshots and protocol. A snapshot
 * holds fields, and only the very code that wrote them is sure to mean the same by them; a new build replays the
 * journal once, which proves it at the same time.
 */
public final class EngineBuild {
    private static final List<String> OF_THE_EXCHANGE =
            List.of("org/gavel/exchange/engine", "org/gavel/exchange/host", "org/gavel/exchange/snapshot");
    private static final List<String> OF_THE_PROTOCOL = List.of("org/gavel/protocol");
    private static final String HASH = hash();
    private static final ClassValue<String> OF_VIEWS = new ClassValue<>() {
        @Override
        protected String computeValue(Class<?> view) {
            return ofView(view);
        }
    };

    private EngineBuild() {}

    /** Of the code that runs, as hex. */
    public static String running() {
        return HASH;
    }

    /** The same of a view told from the engine's events: also of what tells it and of all that is beside its class. */
    static String of(KeptView view) {
        return OF_VIEWS.get(view.getClass());
    }

    private static String ofView(Class<?> view) {
        MessageDigest hash = StateWriter.sha256();
        hash.update(HexFormat.of().parseHex(HASH));
        add(hash, Market.class, List.of("org/gavel/exchange/api", "org/gavel/exchange/view"));
        add(hash, view, List.of(view.getPackageName().replace('.', '/')));
        return HexFormat.of().formatHex(hash.digest());
    }

    private static String hash() {
        MessageDigest hash = StateWriter.sha256();
        add(hash, Market.class, OF_THE_EXCHANGE);
        add(hash, Command.class, OF_THE_PROTOCOL);
        return HexFormat.of().formatHex(hash.digest());
    }

    private static void add(MessageDigest hash, Class<?> one, List<String> packages) {
        try {
            Path place = Path.of(
                    one.getProtectionDomain().getCodeSource().getLocation().toURI());
            if (Files.isDirectory(place)) {
                add(hash, place, packages);
            } else {
                try (FileSystem jar = FileSystems.newFileSystem(place)) {
                    add(hash, jar.getPath("/"), packages);
                }
            }
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the place of " + one + " has no path", e);
        } catch (IOException e) {
            throw new UncheckedIOException("the classes beside " + one + " cannot be read", e);
        }
    }

    private static void add(MessageDigest hash, Path root, List<String> packages) throws IOException {
        for (String each : packages) {
            try (Stream<Path> files = Files.walk(root.resolve(each))) {
                for (Path file : files.filter(EngineBuild::isClass).sorted().toList()) {
                    hash.update(root.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
                    try (InputStream bytes = Files.newInputStream(file)) {
                        hash.update(bytes.readAllBytes());
                    }
                }
            }
        }
    }

    private static boolean isClass(Path path) {
        return path.toString().endsWith(".class");
    }
}
