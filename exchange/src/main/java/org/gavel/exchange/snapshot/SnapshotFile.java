package org.gavel.exchange.snapshot;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.gavel.exchange.engine.Behaviour;
import org.gavel.exchange.engine.Market;
import org.gavel.exchange.host.EngineHost;
import org.gavel.exchange.host.HostMark;
import org.gavel.exchange.journal.JournalAnchor;
import org.gavel.exchange.snapshot.graph.GraphReader;
import org.gavel.exchange.snapshot.graph.GraphRefusal;
import org.gavel.exchange.snapshot.graph.GraphWriter;
import org.gavel.protocol.command.StateDigest;

/**
 * The file of one snapshot: a row of SBE blocks, the first with the {@link SnapshotHeader}, the others with the engine's
 * objects, then the checksum of all of it. Nothing is changed by reading one.
 */
public final class SnapshotFile {
    private SnapshotFile() {}

    /**
     * Writes and forces a file that does not exist yet: the host as it is right after a digest.
     *
     * @param digest that the host made after the anchor's record
     * @throws GraphRefusal where the engine holds something that cannot be made again
     */
    public static SnapshotHeader write(Path file, EngineHost host, StateDigest digest, JournalAnchor anchor)
            throws IOException {
        Market market = host.market();
        SnapshotHeader header = new SnapshotHeader(
                market.venue(),
                host.openedAt(),
                market.behaviour(),
                EngineBuild.running(),
                market.time(),
                host.events().ordinal(),
                anchor,
                digest.stateHash(),
                digest.eventsHash());
        try (BlockWriter blocks = BlockWriter.create(file)) {
            blocks.put(header.bytes());
            GraphWriter.write(blocks, market, host.mark());
            blocks.end();
        }
        return header;
    }

    /** What a file says it is of; only its first block is read. */
    public static SnapshotHeader header(Path file) throws SnapshotRefusal, IOException {
        try (BlockReader blocks = BlockReader.open(file)) {
            return header(file, blocks);
        } catch (BlockReader.BadBlock damage) {
            throw SnapshotRefusal.damaged(file, damage.getMessage());
        }
    }

    static SnapshotHeader header(Path file, BlockReader blocks) throws SnapshotRefusal, IOException {
        ByteBuffer bytes = blocks.next();
        int format = SnapshotHeader.formatOf(bytes);
        if (format != SnapshotHeader.FORMAT) {
            throw SnapshotRefusal.unfit(
                    file, "its format is " + format + "; this release reads format " + SnapshotHeader.FORMAT);
        }
        return SnapshotHeader.of(bytes);
    }

    /** Checks every byte of a file without making anything of it. */
    public static SnapshotHeader verify(Path file) throws SnapshotRefusal, IOException {
        try (BlockReader blocks = BlockReader.open(file)) {
            SnapshotHeader header = header(file, blocks);
            blocks.skip();
            blocks.end();
            return header;
        } catch (BlockReader.BadBlock damage) {
            throw SnapshotRefusal.damaged(file, damage.getMessage());
        }
    }

    /** Makes the engine again and proves that it has the very state the header names. */
    public static Restored read(Path file) throws SnapshotRefusal, IOException {
        if (!Files.isRegularFile(file)) {
            throw SnapshotRefusal.unfit(file, "it is no file");
        }
        try (BlockReader blocks = BlockReader.open(file)) {
            SnapshotHeader header = header(file, blocks);
            requireBuild(file, header);
            Market market = new Market();
            GraphReader graph = new GraphReader(blocks);
            graph.into(market);
            HostMark mark = (HostMark) graph.next();
            blocks.end();
            requireState(file, header, market);
            return new Restored(header, market, mark);
        } catch (BlockReader.BadBlock damage) {
            throw SnapshotRefusal.damaged(file, damage.getMessage());
        } catch (GraphRefusal refusal) {
            throw SnapshotRefusal.unfit(file, refusal.getMessage());
        }
    }

    private static void requireBuild(Path file, SnapshotHeader header) throws SnapshotRefusal {
        if (header.behaviour() > Behaviour.NEWEST) {
            throw SnapshotRefusal.unfit(
                    file, "it was taken with behaviour " + header.behaviour() + ", newer than this release");
        }
        if (!header.build().equals(EngineBuild.running())) {
            throw SnapshotRefusal.unfit(
                    file,
                    "another build of the engine wrote it: "
                            + header.build().substring(0, 12) + ", this is "
                            + EngineBuild.running().substring(0, 12));
        }
    }

    private static void requireState(Path file, SnapshotHeader header, Market market) throws SnapshotRefusal {
        boolean isSame = market.sequence() == header.sequence()
                && market.venue().equals(header.venue())
                && HexFormat.of().formatHex(market.stateHash()).equals(header.stateHash());
        if (!isSame) {
            throw SnapshotRefusal.unfit(file, "what it holds is not the state its header names");
        }
    }
}
