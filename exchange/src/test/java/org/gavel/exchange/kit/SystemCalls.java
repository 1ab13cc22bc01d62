package org.gavel.exchange.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;

/** What a process asked of the kernel, as strace saw it; where there is no strace the test is skipped. */
public final class SystemCalls {
    /** One call: where it began and ended in the order of all calls, its file, and what it gave. */
    public record Call(String thread, String name, String file, String text, String result, int begin, int end) {
        public boolean succeeded() {
            return !result.startsWith("-1");
        }
    }

    private static final Pattern LINE =
            Pattern.compile("(\\d+) +(\\w+)\\((?:\\d+<([^>]*)>)?(?:, \"((?:[^\"\\\\]|\\\\.)*)\")?.*");
    private static final Pattern RESUMED = Pattern.compile("(\\d+) +<\\.\\.\\. (\\w+) resumed>.*");
    private static final Pattern RESULT = Pattern.compile(".* = (-?\\d+.*)");

    private SystemCalls() {}

    /** The command that traces another one's forces and writes, with further options such as an injection. */
    public static List<String> tracing(Path trace, List<String> options, List<String> traced) {
        Assumptions.assumeTrue(isThere(), "strace is not installed or not allowed here");
        List<String> command = new ArrayList<>(List.of("strace", "-f", "-y", "-s", "200", "-o", trace.toString()));
        command.addAll(List.of("-e", "trace=fdatasync,fsync,msync,write,pwrite64"));
        command.addAll(options);
        command.addAll(traced);
        return command;
    }

    private static boolean isThere() {
        try {
            return new ProcessBuilder("strace", "-o", "/dev/null", "true")
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The calls of a trace in the order in which they began. */
    public static List<Call> read(Path trace) {
        try {
            return parse(Files.readAllLines(trace));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Call> parse(List<String> lines) {
        List<Call> calls = new ArrayList<>();
        Map<String, Integer> unfinished = new HashMap<>();
        for (int at = 0; at < lines.size(); at++) {
            String line = lines.get(at);
            Matcher resumed = RESUMED.matcher(line);
            Matcher begun = LINE.matcher(line);
            if (resumed.matches()) {
                Integer index = unfinished.remove(resumed.group(1));
                if (index != null) {
                    calls.set(index, ended(calls.get(index), line, at));
                }
            } else if (begun.matches()) {
                boolean open = line.contains("<unfinished ...>");
                Call call = new Call(
                        begun.group(1), begun.group(2), text(begun.group(3)), text(begun.group(4)), "?", at, at);
                if (open) {
                    unfinished.put(begun.group(1), calls.size());
                }
                calls.add(open ? call : ended(call, line, at));
            }
        }
        return calls;
    }

    private static Call ended(Call call, String line, int at) {
        Matcher result = RESULT.matcher(line);
        return new Call(
                call.thread(),
                call.name(),
                call.file(),
                call.text(),
                result.matches() ? result.group(1) : "?",
                call.begin(),
                at);
    }

    private static String text(String matched) {
        return matched == null ? "" : matched;
    }
}
