package org.gavel.ops.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gavel.exchange.journal.Durability;
import org.gavel.exchange.snapshot.SnapshotRule;
import org.gavel.exchange.vault.SealingKey;
import org.gavel.ops.yaml.InvalidFile;
import org.gavel.ops.yaml.Problem;
import org.gavel.ops.yaml.Problems;
import org.gavel.ops.yaml.YamlFile;

/**
 * A node's configuration, complete and checked; paths are absolute. Immutable.
 *
 * @param file where it was read
 * @param keys the directory of token and sealing keys
 * @param digestEvery how many records lie between two state digests of a new venue
 * @param snapshots how often the engine is written down, and how many are kept
 * @param effective every setting as it holds, in a fixed order
 * @param warnings what is allowed but should be known
 */
public record NodeConfig(
        Path file,
        String venue,
        Path data,
        Listen listen,
        Durability durability,
        Path keys,
        LedgerAccess ledger,
        int digestEvery,
        SnapshotRule snapshots,
        Limits limits,
        LogOptions log,
        List<Effective> effective,
        List<Problem> warnings) {
    public NodeConfig {
        effective = List.copyOf(effective);
        warnings = List.copyOf(warnings);
    }

    /** Reads and checks the file; the keys need not exist yet. Reports all its problems at once. */
    public static NodeConfig read(Path file) throws InvalidFile {
        Path absolute = file.toAbsolutePath().normalize();
        Problems problems = new Problems();
        Optional<NodeConfig> config = YamlFile.bytes(absolute, problems)
                .flatMap(content -> YamlFile.parse(content, problems))
                .flatMap(root -> new ConfigReader(file, absolute, root, problems).read());
        if (problems.anyError() || config.isEmpty()) {
            throw new InvalidFile(file, problems.sorted());
        }
        return config.get();
    }

    /** The same for a node that is to run, or a command that signs: the keys must be there. */
    public static NodeConfig readWithKeys(Path file) throws InvalidFile {
        NodeConfig config = read(file);
        if (!Files.isRegularFile(config.keys.resolve(SealingKey.FILE))) {
            int line = config.effective.stream()
                    .filter(setting -> setting.key().equals("keys"))
                    .mapToInt(Effective::line)
                    .sum();
            String sentence = config.keys + " holds no keys; create them with: bin/gavel keys create --config " + file;
            throw new InvalidFile(file, List.of(new Problem(line, "keys", sentence, false)));
        }
        return config;
    }

    /** Where a node that has started writes its address, {@code host:port}. */
    public Path portFile() {
        return data.resolve("node.port");
    }

    /** Every effective value with where it comes from, one setting a line; secrets are masked. */
    public String describe() {
        int keyWidth = width(effective.stream().map(Effective::key).toList());
        int valueWidth = width(effective.stream().map(Effective::value).toList());
        return effective.stream()
                .map(setting -> pad(setting.key(), keyWidth) + "  " + pad(setting.value(), valueWidth) + "  ("
                        + setting.source() + ")")
                .collect(Collectors.joining("\n", "configuration " + file + "\n", ""));
    }

    private static int width(List<String> texts) {
        return texts.stream().mapToInt(String::length).max().orElse(0);
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(width - text.length());
    }
}
