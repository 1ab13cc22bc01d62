package org.gavel.exchange.snapshot;

import java.io.IOException;
import java.nio.file.Path;
import org.gavel.exchange.api.KeptView;
import org.gavel.exchange.snapshot.graph.GraphReader;
import org.gavel.exchange.snapshot.graph.GraphRefusal;
import org.gavel.exchange.snapshot.graph.GraphWriter;

/** The file of one kept view: laid out as a snapshot, with the header of the engine's snapshot beside which it was taken. */
final class ViewFile {
    private ViewFile() {}

    /** Writes and forces a file that does not exist yet. */
    static void write(Path file, KeptView view, SnapshotHeader beside) throws IOException {
        try (BlockWriter blocks = BlockWriter.create(file)) {
            blocks.put(beside.by(EngineBuild.of(view)).bytes());
            GraphWriter.write(blocks, view);
            blocks.end();
        }
    }

    /** Fills a view that was told nothing yet; after a refusal it may be half filled and is of no use. */
    static void read(Path file, KeptView fresh) throws SnapshotRefusal, IOException {
        try (BlockReader blocks = BlockReader.open(file)) {
            SnapshotHeader header = SnapshotFile.header(file, blocks);
            String build = EngineBuild.of(fresh);
            if (!header.build().equals(build)) {
                throw SnapshotRefusal.unfit(
                        file,
                        "another build wrote it: " + header.build().substring(0, 12) + ", this is "
                                + build.substring(0, 12));
            }
            new GraphReader(blocks).into(fresh);
            blocks.end();
            if (fresh.sequence() > header.sequence()) {
                throw SnapshotRefusal.unfit(file, "it was told more than its header says");
            }
        } catch (BlockReader.BadBlock damage) {
            throw SnapshotRefusal.damaged(file, damage.getMessage());
        } catch (GraphRefusal | ClassCastException | IndexOutOfBoundsException refusal) {
            throw SnapshotRefusal.unfit(file, refusal.getMessage());
        }
    }
}
