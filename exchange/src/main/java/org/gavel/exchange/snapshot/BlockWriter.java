package org.gavel.exchange.snapshot;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.zip.CRC32C;
import org.agrona.concurrent.UnsafeBuffer;
import org.gavel.exchange.engine.state.StateWriter;
import org.gavel.exchange.snapshot.graph.Blocks;
import org.gavel.protocol.codec.sbe.generated.MessageHeaderEncoder;
import org.gavel.protocol.codec.sbe.generated.SnapshotBlockEncoder;
import org.gavel.protocol.codec.sbe.generated.SnapshotEndEncoder;

/** Writes a snapshot's blocks, each framed and with a checksum, and at the end the checksum of the whole file. */
final class BlockWriter implements Blocks.Sink, AutoCloseable {
    /** The ASCII letters GVLS in file order. */
    static final int MAGIC = 0x534C5647;

    static final int FRAME_BYTES = MessageHeaderEncoder.ENCODED_LENGTH + SnapshotBlockEncoder.BLOCK_LENGTH;
    static final int END_BYTES = MessageHeaderEncoder.ENCODED_LENGTH + SnapshotEndEncoder.BLOCK_LENGTH;

    private final FileChannel channel;
    private final MessageDigest whole = StateWriter.sha256();
    private final ByteBuffer frame = ByteBuffer.allocate(Math.max(FRAME_BYTES, END_BYTES));
    private final UnsafeBuffer frameView = new UnsafeBuffer(frame);
    private int blocks;

    private BlockWriter(FileChannel channel) {
        this.channel = channel;
    }

    /** Begins a file that must not exist yet. */
    static BlockWriter create(Path file) throws IOException {
        return new BlockWriter(FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
    }

    @Override
    public void put(ByteBuffer block) throws IOException {
        new SnapshotBlockEncoder()
                .wrapAndApplyHeader(frameView, 0, new MessageHeaderEncoder())
                .magic(MAGIC & 0xFFFF_FFFFL)
                .index(blocks)
                .length(block.remaining())
                .crc32c(crc(blocks, block));
        blocks++;
        write(frame.clear().limit(FRAME_BYTES));
        write(block.duplicate());
    }

    /** Over the number of a block and its bytes, so that no block can take another's place. */
    static long crc(int index, ByteBuffer block) {
        CRC32C crc = new CRC32C();
        crc.update(ByteBuffer.allocate(Integer.BYTES).putInt(index).flip());
        crc.update(block.duplicate());
        return crc.getValue();
    }

    private void write(ByteBuffer bytes) throws IOException {
        whole.update(bytes.duplicate());
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /** Ends the file and forces it to the disk. */
    void end() throws IOException {
        new SnapshotEndEncoder()
                .wrapAndApplyHeader(frameView, 0, new MessageHeaderEncoder())
                .magic(MAGIC & 0xFFFF_FFFFL)
                .blocks(blocks)
                .putSha256(whole.digest(), 0, SnapshotEndEncoder.sha256Length());
        ByteBuffer bytes = frame.clear().limit(END_BYTES);
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        channel.force(true);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
