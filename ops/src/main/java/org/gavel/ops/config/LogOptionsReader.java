package org.gavel.ops.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gavel.ops.config.LogOptions.WitnessSource;
import org.gavel.ops.yaml.ScalarType;
import org.gavel.ops.yaml.ScalarTypes;
import org.gavel.ops.yaml.Section;
import org.gavel.protocol.proof.InvalidProof;
import org.gavel.protocol.proof.NoteKind;
import org.gavel.protocol.proof.NoteVerifier;

/** Reads the block {@code log}. */
final class LogOptionsReader {
    private static final Duration USUALLY_EVERY = Duration.ofSeconds(2);
    private static final Duration LEAST_EVERY = Duration.ofMillis(100);
    private static final Duration MOST_EVERY = Duration.ofHours(1);
    private static final int MOST_WITNESSES = 16;

    private static final ScalarType<String> ORIGIN = ScalarTypes.matching(
            "[^\\s\\p{Z}\\p{Cntrl}+]{1,200}", "a name without spaces and plus signs, such as auction.example.org/log");
    private static final ScalarType<String> ADDRESS = ScalarTypes.text(2000);

    private final Section log;
    private final String venue;
    private final Paths paths;
    private final Shown shown;

    LogOptionsReader(Section log, String venue, Paths paths, Shown shown) {
        this.log = log;
        this.venue = venue;
        this.paths = paths;
        this.shown = shown;
    }

    LogOptions read() {
        String origin = log.read("origin", ORIGIN).orElseGet(() -> named(venue));
        shown.add(log, "origin", origin);
        Duration every = log.read("every", ScalarTypes.DURATION).orElse(USUALLY_EVERY);
        if (every.compareTo(LEAST_EVERY) < 0 || every.compareTo(MOST_EVERY) > 0) {
            log.error("every", "must be from 100ms to 1h");
        }
        shown.add(log, "every", every.toString());
        List<WitnessSource> witnesses = witnesses();
        String names = witnesses.stream().map(source -> source.key().name()).collect(Collectors.joining(" "));
        shown.add(log, "witnesses", names.isEmpty() ? "none" : names);
        log.rejectUnknown();
        return new LogOptions(origin, every, witnesses);
    }

    /** The venue's name as one that a key can have. */
    private static String named(String venue) {
        return venue.isBlank() ? "venue" : venue.strip().replaceAll("[\\s\\p{Z}\\p{Cntrl}+]+", "-");
    }

    private List<WitnessSource> witnesses() {
        List<WitnessSource> sources = new ArrayList<>();
        for (Section witness : log.sections("witnesses", MOST_WITNESSES)) {
            Optional<String> key = witness.require("key", ScalarTypes.TEXT);
            Optional<String> from = witness.require("from", ADDRESS);
            witness.rejectUnknown();
            if (key.isPresent() && from.isPresent()) {
                key(witness, key.get()).ifPresent(line -> sources.add(new WitnessSource(line, place(from.get()))));
            }
        }
        return sources;
    }

    private static Optional<NoteVerifier> key(Section witness, String line) {
        try {
            NoteVerifier verifier = NoteVerifier.parse(line);
            if (verifier.kind() == NoteKind.COSIGNATURE) {
                return Optional.of(verifier);
            }
            witness.error("key", "is a log's key; write the line that bin/gavel witness create printed");
        } catch (InvalidProof e) {
            witness.error("key", "is no witness's key: " + e.getMessage());
        }
        return Optional.empty();
    }

    private String place(String from) {
        boolean isAddress = from.startsWith("http://") || from.startsWith("https://");
        Path file = isAddress ? Path.of("") : paths.type().parse().apply(from);
        return isAddress ? from : file.toString();
    }
}
