package org.gavel.bench.core;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Our whole core and exchange-core's in turn, each time in a JVM of its own with the same flags and a class path of its
 * own, and the medians of the ratios of each pair: how many times as many commands we answer in the same time, and how
 * many times as much process CPU theirs takes.
 */
final class CoreContest {
    private static final int FEWEST_PAIRS = 7;

    /** How often a run that stands still is begun again. */
    private static final int MOST_RETRIES = 3;

    private static final List<String> FLAGS = List.of(
            "-Xms3g",
            "-Xmx3g",
            "-XX:+UseParallelGC", // On two cores G1's refinement and marking take from both what they have.
            "-Dchronicle.analytics.disable=true",
            "--add-opens=java.base/jdk.internal.misc=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--add-opens=java.base/java.lang.reflect=ALL-UNNAMED",
            "--add-opens=java.base/java.io=ALL-UNNAMED",
            "--add-opens=java.base/java.nio=ALL-UNNAMED",
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
            "--add-exports=java.base/jdk.internal.ref=ALL-UNNAMED",
            "--add-exports=java.base/jdk.internal.util=ALL-UNNAMED",
            "--add-exports=java.base/sun.nio.ch=ALL-UNNAMED",
            "--add-exports=jdk.unsupported/sun.misc=ALL-UNNAMED");

    private CoreContest() {}

    /**
     * Arguments: the unpacked stream, the bench's target folder, {@code memory} or {@code disk}, pairs, passes, and
     * rates a second for an open loop, which prints answer times instead.
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        int pairs = args.length > 5 ? Integer.parseInt(args[3]) : Math.max(FEWEST_PAIRS, Integer.parseInt(args[3]));
        long[][] ours = new long[pairs][];
        long[][] theirs = new long[pairs][];
        for (int pair = 0; pair < pairs; pair++) {
            ours[pair] = cost(run("gavel", "lib", args));
            theirs[pair] = cost(run("exchange-core", "peers/exchange-core", args));
        }
        if (args.length == 5) {
            print("gavel", ours);
            print("exchange-core", theirs);
            System.out.printf(
                    "median ratios of %d pairs: commands %.2f, process CPU %.2f%n",
                    pairs, ratio(ours, theirs, 0), ratio(ours, theirs, 1));
        }
    }

    private static long[] cost(String last) {
        String[] words = last.split(" ", -1);
        return words.length == 2 ? new long[] {Long.parseLong(words[0]), Long.parseLong(words[1])} : new long[2];
    }

    private static void print(String core, long[][] costs) {
        System.out.printf(
                "%s: %,d commands/s, process CPU %d ns a command (medians)%n",
                core, 1_000_000_000L / median(costs, 0), median(costs, 1));
    }

    private static long median(long[][] costs, int which) {
        long[] sorted =
                Arrays.stream(costs).mapToLong(cost -> cost[which]).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    private static double ratio(long[][] ours, long[][] theirs, int which) {
        double[] ratios = new double[ours.length];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = (double) theirs[i][which] / ours[i][which];
        }
        Arrays.sort(ratios);
        return ratios[ratios.length / 2];
    }

    private static String run(String core, String library, String[] args) throws IOException, InterruptedException {
        for (int run = 0; run <= MOST_RETRIES; run++) {
            Optional<String> last = runOnce(core, library, args);
            if (last.isPresent()) {
                return last.get();
            }
            System.out.println(core + ": stands still");
        }
        throw new IllegalStateException(core + " stood still " + (MOST_RETRIES + 1) + " times in turn");
    }

    /** The last line it printed; empty where it stood still. */
    private static Optional<String> runOnce(String core, String library, String[] args)
            throws IOException, InterruptedException {
        Path target = Path.of(args[1]).toAbsolutePath();
        Path folder = Files.createTempDirectory(target, "contest");
        Files.createDirectory(folder.resolve("dumps"));
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(FLAGS);
        command.add("-cp");
        command.add(target.resolve("classes")
                + File.pathSeparator
                + target.resolve(library).resolve("*"));
        command.addAll(List.of(CoreRun.class.getName(), core, args[2], folder.toString()));
        command.add(Path.of(args[0]).toAbsolutePath().toString());
        command.addAll(List.of(args).subList(4, args.length));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectError(folder.resolve("errors").toFile())
                .start();
        String last = "";
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                last = line;
                System.out.println(core + ": " + line);
            }
        }
        boolean isStuck = process.waitFor() == CoreRun.STUCK;
        if (!isStuck && process.exitValue() != 0) {
            throw new IllegalStateException(core + " failed; see " + folder.resolve("errors"));
        }
        CoreRun.delete(folder);
        return isStuck ? Optional.empty() : Optional.of(last);
    }
}
