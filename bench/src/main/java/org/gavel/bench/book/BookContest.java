package org.gavel.bench.book;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.tukaani.xz.XZInputStream;

/**
 * Our book and another engine's in turn, each time in a JVM of its own with the same flags, and the median of the
 * ratios of each pair: how many times the other's thread CPU a command is of ours. Every run must make the same trades
 * and, where the book can be looked into, leave the same orders.
 */
final class BookContest {
    private static final int FEWEST_PAIRS = 7;
    private static final List<String> FLAGS = List.of(
            "-Xms1g",
            "-Xmx1g",
            "-XX:+AlwaysPreTouch",
            "--add-opens=java.base/jdk.internal.misc=ALL-UNNAMED",
            "--add-exports=java.base/jdk.internal.ref=ALL-UNNAMED",
            "--add-exports=java.base/sun.nio.ch=ALL-UNNAMED");

    /** One run: picoseconds a command of thread CPU, process CPU and wall time, and what it did. */
    private record Cost(long thread, long process, long wall, String tally) {
        static Cost parse(String line) {
            String[] words = line.split(" ", 4);
            return new Cost(Long.parseLong(words[0]), Long.parseLong(words[1]), Long.parseLong(words[2]), words[3]);
        }

        String trades() {
            return tally.substring(0, tally.indexOf(','));
        }
    }

    private BookContest() {}

    /** Arguments: the stream ({@code .bin} or {@code .bin.xz}), the bench's target folder, the peer, pairs, iterations. */
    public static void main(String[] args) throws IOException, InterruptedException {
        Path stream = unpacked(Path.of(args[0]));
        Path target = Path.of(args[1]);
        String peer = args[2];
        int pairs = Math.max(FEWEST_PAIRS, Integer.parseInt(args[3]));
        List<Cost> ours = new ArrayList<>();
        List<Cost> theirs = new ArrayList<>();
        for (int pair = 0; pair < pairs; pair++) {
            ours.add(run("gavel", target.resolve("lib"), target, stream, args[4]));
            theirs.add(run(peer, target.resolve("peers").resolve(peer), target, stream, args[4]));
            compare(ours.get(pair), theirs.get(pair), peer);
            System.out.printf(
                    "pair %d: gavel %.1f ns, %s %.1f ns thread CPU a command%n",
                    pair + 1,
                    nanos(ours.get(pair).thread()),
                    peer,
                    nanos(theirs.get(pair).thread()));
        }
        report(peer, ours, theirs);
    }

    private static Path unpacked(Path stream) throws IOException {
        if (!stream.toString().endsWith(".xz")) {
            return stream;
        }
        Path unpacked = Files.createTempFile("orders", ".bin");
        unpacked.toFile().deleteOnExit();
        try (InputStream in = new XZInputStream(Files.newInputStream(stream))) {
            Files.copy(in, unpacked, StandardCopyOption.REPLACE_EXISTING);
        }
        return unpacked;
    }

    private static Cost run(String book, Path library, Path target, Path stream, String iterations)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(FLAGS);
        command.add("-cp");
        command.add(target.resolve("classes") + File.pathSeparator + library.resolve("*"));
        command.addAll(List.of(BookRun.class.getName(), book, stream.toString(), iterations));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String last = "";
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                last = line;
            }
        }
        if (process.waitFor() != 0) {
            throw new IllegalStateException(book + " failed; run " + String.join(" ", command));
        }
        return Cost.parse(last);
    }

    private static void compare(Cost ours, Cost theirs, String peer) {
        boolean isShown = !theirs.tally().contains(" 0 orders");
        boolean isEqual =
                isShown ? ours.tally().equals(theirs.tally()) : ours.trades().equals(theirs.trades());
        if (!isEqual) {
            throw new IllegalStateException("gavel: " + ours.tally() + "; " + peer + ": " + theirs.tally());
        }
    }

    private static void report(String peer, List<Cost> ours, List<Cost> theirs) {
        long[] ratios = new long[ours.size()];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = theirs.get(i).thread() * 1_000 / ours.get(i).thread();
        }
        System.out.println(ours.get(0).tally());
        print("gavel", ours);
        print(peer, theirs);
        System.out.printf("median ratio %.2f of %d pairs%n", BookRun.median(ratios) / 1_000.0, ratios.length);
    }

    private static void print(String book, List<Cost> costs) {
        System.out.printf(
                "%s: thread CPU %.1f, process CPU %.1f, wall %.1f ns a command (medians)%n",
                book,
                nanos(BookRun.median(costs.stream().mapToLong(Cost::thread).toArray())),
                nanos(BookRun.median(costs.stream().mapToLong(Cost::process).toArray())),
                nanos(BookRun.median(costs.stream().mapToLong(Cost::wall).toArray())));
    }

    private static double nanos(long picos) {
        return picos / 1_000.0;
    }
}
