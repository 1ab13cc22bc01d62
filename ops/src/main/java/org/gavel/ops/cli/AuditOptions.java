package org.gavel.ops.cli;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.gavel.exchange.audit.AuditRefused;
import org.gavel.exchange.audit.AuditedRecord;
import org.gavel.exchange.audit.CourseEnd;
import org.gavel.exchange.audit.JournalCourse;
import org.gavel.exchange.audit.JournalCourse.Extent;
import org.gavel.exchange.audit.Progress;
import org.gavel.exchange.audit.Pseudonyms;
import org.gavel.exchange.vault.SealingKey;
import org.gavel.protocol.codec.json.Sealer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Which journal an auditor reads, and with what in hand. */
final class AuditOptions {
    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "DIR",
            description = "A node's data directory, or a copy of it; it is only read, also while a node writes it.")
    private Path directory;

    @Option(
            names = "--keys",
            paramLabel = "DIR",
            description =
                    "The venue's key directory, for what is sealed in the journal; DIR/keys where it is not named.")
    private Path keys;

    @Option(names = "--venue", paramLabel = "NAME", description = "Refuse the journal of any other venue.")
    private String venue;

    @Option(
            names = "--identities",
            description = "Name participants by their numbers and show what is sealed; needs the key directory.")
    private boolean identities;

    @Option(names = "--progress", description = "Show on standard error how far reading is, also without a terminal.")
    private boolean progress;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    Path directory() {
        if (directory == null) {
            throw new ParameterException(
                    spec.commandLine(), "Missing required parameter: 'DIR', a node's data directory.");
        }
        return directory;
    }

    boolean hasDirectory() {
        return directory != null;
    }

    boolean identities() {
        return identities;
    }

    /** The key, where there is one; what it opens only reading shows. */
    Optional<Sealer> key() throws IOException {
        boolean isPresent = keys != null || Files.exists(keyDirectory().resolve(SealingKey.FILE));
        return isPresent ? Optional.of(SealingKey.load(keyDirectory())) : Optional.empty();
    }

    /** Where the venue's keys are, if they are there. */
    Path keyDirectory() {
        return keys == null ? directory().resolve("keys") : keys;
    }

    Pseudonyms people() {
        return new Pseudonyms(identities);
    }

    JournalCourse course() throws IOException {
        Optional<Sealer> key = key();
        if (identities && key.isEmpty()) {
            throw new AuditRefused("--identities needs the venue's key: name its key directory with --keys.");
        }
        return new JournalCourse(directory(), key, progress());
    }

    /** Reads the journal, sealed fields opened where identities may be seen. */
    CourseEnd read(Extent extent, Consumer<AuditedRecord> listener) throws IOException {
        return checked(course().tell(identities ? extent.opened() : extent, listener));
    }

    /** The same with sealed fields left sealed in any case. */
    CourseEnd readSealed(Extent extent, Consumer<AuditedRecord> listener) throws IOException {
        return checked(course().tell(extent, listener));
    }

    /** The same with sealed fields opened in any case, for what is computed and not shown. */
    CourseEnd readOpened(Extent extent, Consumer<AuditedRecord> listener) throws IOException {
        return checked(course().tell(extent.opened(), listener));
    }

    private CourseEnd checked(CourseEnd end) {
        requireVenue(end.venue());
        return end;
    }

    /** Refuses the journal of another venue than was named, where one was. */
    void requireVenue(String found) {
        if (venue != null && !venue.equals(found)) {
            throw new AuditRefused(directory + ", sequence 1: this is the journal of the venue \"" + found
                    + "\", not of \"" + venue + "\"; name the right directory.");
        }
    }

    Progress progress() {
        return progress || isTerminal() ? new AuditProgress(spec.commandLine().getErr()) : Progress.NONE;
    }

    // From JDK 22 on there is a console without a terminal too, and a method that tells them apart.
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isTerminal() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }
}
