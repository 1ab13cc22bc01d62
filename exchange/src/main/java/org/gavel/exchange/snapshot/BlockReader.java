package org.gavel.exchange.snapshot;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.Arrays;
import org.agrona.concurrent.UnsafeBuffer;
import org.gavel.exchange.engine.state.StateWriter;
import org.gavel.exchange.snapshot.graph.Blocks;
import org.gavel.protocol.codec.sbe.generated.MessageHeaderDecoder;
import org.gavel.protocol.codec.sbe.generated.SnapshotBlockDecoder;
import org.gavel.protocol.codec.sbe.generated.SnapshotEndDecoder;

/** Reads a snapshot's blocks, each checked before it is handed over. Read-only; for one thread. */
final class BlockReader implements Blocks.Source, AutoCloseable {
    private final FileChannel channel;
    private final MessageDigest whole = StateWriter.sha256();
    private final ByteBuffer frame = ByteBuffer.allocate(BlockWriter.FRAME_BYTES);
    private final UnsafeBuffer frameView = new UnsafeBuffer(frame);
    private ByteBuffer block = ByteBuffer.allocate(Blocks.BYTES);
    private long position;
    private int blocks;

    private BlockReader(FileChannel channel) {
        this.channel = channel;
    }

    static BlockReader open(Path file) throws IOException {
        return new BlockReader(FileChannel.open(file, StandardOpenOption.READ));
    }

    /** The bytes of the next block, until the one after it is asked for. */
    @Override
    public ByteBuffer next() throws IOException {
        if (isEnd()) {
            throw bad("the blocks end before all of it is there");
        }
        return read();
    }

    /** Reads all blocks that are left and checks them. */
    void skip() throws IOException {
        while (!isEnd()) {
            read();
        }
    }

    private boolean isEnd() throws IOException {
        fill(frame.clear(), position, "the frame of a block is cut off");
        MessageHeaderDecoder header = new MessageHeaderDecoder().wrap(frameView, 0);
        if (header.schemaId() != SnapshotBlockDecoder.SCHEMA_ID) {
            throw bad("no block of a snapshot begins here");
        }
        return header.templateId() == SnapshotEndDecoder.TEMPLATE_ID;
    }

    private ByteBuffer read() throws IOException {
        MessageHeaderDecoder header = new MessageHeaderDecoder().wrap(frameView, 0);
        SnapshotBlockDecoder next = new SnapshotBlockDecoder();
        boolean isFramed = header.templateId() == SnapshotBlockDecoder.TEMPLATE_ID
                && header.blockLength() == SnapshotBlockDecoder.BLOCK_LENGTH
                && header.version() == SnapshotBlockDecoder.SCHEMA_VERSION;
        next.wrap(frameView, MessageHeaderDecoder.ENCODED_LENGTH, next.sbeBlockLength(), next.sbeSchemaVersion());
        boolean isPossible = isFramed
                && next.magic() == (BlockWriter.MAGIC & 0xFFFF_FFFFL)
                && next.index() == blocks
                && next.length() > 0
                && next.length() <= Blocks.BYTES;
        if (!isPossible) {
            throw bad("the frame of block " + blocks + " is wrong");
        }
        int length = (int) next.length();
        fill(block.clear().limit(length), position + BlockWriter.FRAME_BYTES, "block " + blocks + " is cut off");
        if (BlockWriter.crc(blocks, block) != next.crc32c()) {
            throw bad("the checksum of block " + blocks + " is wrong");
        }
        whole.update(frame.duplicate());
        whole.update(block.duplicate());
        position += BlockWriter.FRAME_BYTES + length;
        blocks++;
        return block;
    }

    /** Checks that the file ends here, whole. */
    void end() throws IOException {
        if (!isEnd()) {
            throw bad("blocks follow that belong to nothing");
        }
        ByteBuffer bytes = ByteBuffer.allocate(BlockWriter.END_BYTES);
        fill(bytes, position, "the end is cut off");
        MessageHeaderDecoder header = new MessageHeaderDecoder();
        SnapshotEndDecoder end = new SnapshotEndDecoder().wrapAndApplyHeader(new UnsafeBuffer(bytes), 0, header);
        byte[] written = new byte[SnapshotEndDecoder.sha256Length()];
        end.getSha256(written, 0, written.length);
        boolean isRight = end.magic() == (BlockWriter.MAGIC & 0xFFFF_FFFFL)
                && end.blocks() == blocks
                && header.blockLength() == SnapshotEndDecoder.BLOCK_LENGTH
                && header.version() == SnapshotEndDecoder.SCHEMA_VERSION
                && Arrays.equals(written, whole.digest());
        if (!isRight) {
            throw bad("the checksum of the whole file is wrong");
        }
        if (channel.size() != position + BlockWriter.END_BYTES) {
            throw bad("something follows the end");
        }
    }

    private void fill(ByteBuffer target, long from, String cutOff) throws IOException {
        int start = target.position();
        while (target.hasRemaining()) {
            if (channel.read(target, from + target.position() - start) < 0) {
                throw bad(cutOff);
            }
        }
        target.flip();
    }

    private BadBlock bad(String what) {
        return new BadBlock("byte " + position + ": " + what);
    }

    /** The bytes are not what was written. */
    static final class BadBlock extends IOException {
        private static final long serialVersionUID = 1L;

        BadBlock(String sentence) {
            super(sentence);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
