package org.gavel.ops.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gavel.exchange.journal.Durability;
import org.gavel.exchange.vault.SealingKey;
import org.gavel.ops.yaml.InvalidFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodeConfigTest {
    private static final String SMALL = "venue: V\ndata: data\nkeys: keys\n";

    @TempDir
    Path directory;

    @Test
    void fillsInTheDefaultsAndStartsRelativePathsAtTheFile() throws Exception {
        NodeConfig config = read(SMALL);
        assertEquals(directory.resolve("data"), config.data());
        assertEquals(directory.resolve("keys"), config.keys());
        assertEquals(new Listen("127.0.0.1", 7400, List.of()), config.listen());
        assertEquals(Durability.DISK, config.durability());
        assertEquals(
                "jdbc:sqlite:" + directory.resolve("data/ledger.db"),
                config.ledger().url());
        assertEquals(4096, config.digestEvery());
        assertEquals(new Limits(20_000, 50, 256), config.limits());
        assertEquals(List.of(), config.warnings());
    }

    @Test
    void readsEveryKey() throws Exception {
        Files.writeString(directory.resolve("pw"), "s3cret\n");
        NodeConfig config = read("""
                venue: 之江技术交易所
                data: /srv/gavel
                listen: {host: 0.0.0.0, port: 0, origins: ["https://auction.example.org"]}
                durability: process
                keys: keys
                ledger: {url: "jdbc:postgresql://db:5432/gavel", user: gavel, passwordFile: pw}
                digestEvery: 100
                limits: {connections: 5, commandsPerSecond: 7, freeMegabytes: 64}
                """);
        assertEquals(new Listen("0.0.0.0", 0, List.of("https://auction.example.org")), config.listen());
        assertEquals(Durability.PROCESS, config.durability());
        assertEquals("s3cret", config.ledger().password());
        assertEquals(100, config.digestEvery());
        assertEquals(new Limits(5, 7, 64), config.limits());
        assertEquals(Path.of("/srv/gavel/node.port"), config.portFile());
    }

    @Test
    void showsEveryValueItsSourceAndNoSecret() throws Exception {
        Files.writeString(directory.resolve("pw"), "s3cret\n");
        String shown = read(SMALL + "ledger: {url: 'jdbc:postgresql://db/gavel', user: gavel, passwordFile: pw}\n")
                .describe();
        assertTrue(shown.matches("(?s).*listen\\.port +7400 +\\(default\\).*"), shown);
        assertTrue(shown.contains("(line 1)"), shown);
        assertTrue(shown.contains("pw (******)"), shown);
        assertFalse(shown.contains("s3cret"), shown);
    }

    @Test
    void reportsEveryProblemAtOnceSortedByLine() {
        expect(
                """
                venue: V
                dat: data
                listen:
                  port: 65536
                  host: a b
                  origins: [auction.example.org]
                durability: tape
                keys: keys
                keys: other
                digestEvery: many
                limits: 5
                """,
                "1: data: is missing; write a path",
                "2: dat: is not a key here; allowed are venue, data, listen, durability, keys, ledger, digestEvery, snapshots, limits, log",
                "4: listen.port: \"65536\" must be a whole number from 0 to 65535",
                "5: listen.host: \"a b\" must be a host name",
                "6: listen.origins[1]: \"auction.example.org\" must be a web origin",
                "7: durability: \"tape\" must be one of disk, process, memory",
                "9: keys: stands at line 8 already",
                "10: digestEvery: \"many\" must be a whole number from 1 to 2147483647",
                "11: limits: must be a block of keys");
    }

    @Test
    void warnsThatMemoryLosesEverything() throws Exception {
        NodeConfig config = read(SMALL + "durability: memory\n");
        assertEquals(Durability.MEMORY, config.durability());
        assertTrue(config.warnings().get(0).sentence().contains("loses everything"));
    }

    @Test
    void refusesAPasswordInTheUrlWithoutRepeatingIt() {
        String problem = expect(
                SMALL + "ledger: {user: u, url: 'jdbc:postgresql://db/g?user=u&password=s3cret'}\n",
                "4: ledger.url: holds a password");
        assertFalse(problem.contains("s3cret"), problem);
        expect(SMALL + "ledger: {user: u, url: 'jdbc:postgresql://u:s3@db/g'}\n", "4: ledger.url: holds a password");
    }

    @Test
    void refusesOtherDatabasesWithoutRepeatingTheUrl() {
        String problem = expect(
                SMALL + "ledger: {url: 'jdbc:mysql://u:s3cret@db/g'}\n", "4: ledger.url: must be jdbc:sqlite:PATH");
        assertFalse(problem.contains("s3cret"), problem);
    }

    @Test
    void namesAPasswordFileThatIsNotThere() {
        expect(
                SMALL + "ledger:\n  url: jdbc:postgresql://db/g\n  user: u\n  passwordFile: nowhere\n",
                "7: ledger.passwordFile: " + directory.resolve("nowhere") + " cannot be read");
    }

    @Test
    void refusesAFileWhereADirectoryBelongs() throws IOException {
        Files.writeString(directory.resolve("data"), "");
        expect(SMALL, "2: data: " + directory.resolve("data") + " is not a directory");
    }

    @Test
    void saysHowToCreateMissingKeys() throws Exception {
        Path file = write(SMALL);
        InvalidFile missing = assertThrows(InvalidFile.class, () -> NodeConfig.readWithKeys(file));
        assertTrue(
                missing.getMessage().startsWith(file + ":3: keys: ")
                        && missing.getMessage().endsWith("bin/gavel keys create --config " + file),
                missing.getMessage());
        SealingKey.create(directory.resolve("keys"));
        NodeConfig.readWithKeys(file);
    }

    private String expect(String text, String... starts) {
        InvalidFile refused = assertThrows(InvalidFile.class, () -> read(text));
        List<String> lines = refused.getMessage().lines().toList();
        assertEquals(starts.length, lines.size(), refused.getMessage());
        for (int i = 0; i < starts.length; i++) {
            String expected = refused.file() + ":" + starts[i];
            assertTrue(lines.get(i).startsWith(expected), lines.get(i) + " / " + expected);
        }
        return refused.getMessage();
    }

    private NodeConfig read(String text) throws IOException, InvalidFile {
        return NodeConfig.read(write(text));
    }

    private Path write(String text) throws IOException {
        return Files.writeString(directory.resolve("node.yaml"), text);
    }
}
