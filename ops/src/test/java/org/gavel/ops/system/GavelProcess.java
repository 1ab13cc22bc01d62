package org.gavel.ops.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** One run of a program as a process of its own; what it prints goes to files. Thread-safe. */
final class GavelProcess implements AutoCloseable {
    /** Longer than anything here takes. */
    private static final Duration MOST = Duration.ofSeconds(90);

    private final List<String> command;
    private final Process process;
    private final Path out;
    private final Path err;

    private GavelProcess(List<String> command, Process process, Path out, Path err) {
        this.command = command;
        this.process = process;
        this.out = out;
        this.err = err;
    }

    static GavelProcess start(List<String> command, Path directory) {
        try {
            Path out = Files.createTempFile(directory, "gavel", ".out");
            Path err = Files.createTempFile(directory, "gavel", ".err");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            builder.environment().put("GAVEL_BUILD", "never");
            return new GavelProcess(command, builder.start(), out, err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until the process has said this on standard error. */
    GavelProcess awaitMessage(String text) {
        Awaitility.await(command + " says: " + text)
                .atMost(MOST)
                .failFast(command + " ended", () -> !process.isAlive() && !err().contains(text))
                .until(() -> err().contains(text));
        return this;
    }

    /** Waits for the end and answers the exit code. */
    int awaitExit() {
        try {
            if (!process.waitFor(MOST.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError(command + " did not end within " + MOST);
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    /** SIGKILL: it ends where it is, without a word. */
    void kill() {
        process.destroyForcibly();
        awaitExit();
    }

    /** SIGTERM: it is asked to end. */
    int terminate() {
        process.destroy();
        return awaitExit();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    String out() {
        return read(out);
    }

    String err() {
        return read(err);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything about this run, for a person who has to find out why it failed. */
    String report() {
        String end = process.isAlive() ? "still runs" : "exit code " + process.exitValue();
        return "--- " + String.join(" ", command) + " (" + end + ")\n" + out() + "--- standard error\n" + err();
    }

    /** Ends it, and whatever it started itself. */
    @Override
    public void close() {
        List<ProcessHandle> descendants = process.descendants().toList();
        process.destroyForcibly();
        descendants.forEach(ProcessHandle::destroyForcibly);
        awaitExit();
        descendants.forEach(child ->
                child.onExit().orTimeout(MOST.toSeconds(), TimeUnit.SECONDS).join());
    }
}
