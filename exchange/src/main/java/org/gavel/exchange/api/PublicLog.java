package org.gavel.exchange.api;

import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.gavel.protocol.reject.RejectReason;

/**
 * The Merkle log that the venue keeps over its journal, for everybody to read. Thread-safe; answers come once each, on
 * the log's own thread or, where it takes no more, on the caller's: a consumer hands over and returns, and never throws.
 */
public interface PublicLog {
    /** A venue without a log. */
    PublicLog NONE = new PublicLog() {
        @Override
        public void page(String path, Consumer<Page> reader) {
            reader.accept(Page.missing("this venue keeps no log; its operator starts one with: gavel keys log"));
        }

        @Override
        public void prove(ProofRequest request, Consumer<ProofAnswer> reader) {
            reader.accept(ProofAnswer.refused(RejectReason.NO_LOG, 0));
        }
    };

    /**
     * What stands under a name of the log, such as {@code checkpoint} or {@code tile/0/000}.
     *
     * @param path behind {@code /log/}; any text
     */
    void page(String path, Consumer<Page> reader);

    /** A proof that a record is in the log. */
    void prove(ProofRequest request, Consumer<ProofAnswer> reader);

    /**
     * A page of the log.
     *
     * @param status as HTTP says it: 200, 404, or 503 where another try may help
     * @param isImmutable whether it will never be another
     */
    @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
    record Page(int status, String type, byte[] bytes, boolean isImmutable) {
        private static final String TEXT = "text/plain; charset=utf-8";

        public static Page text(String text) {
            return new Page(200, TEXT, text.getBytes(StandardCharsets.UTF_8), false);
        }

        public static Page json(String text) {
            return new Page(200, "application/json", text.getBytes(StandardCharsets.UTF_8), false);
        }

        public static Page binary(byte[] bytes) {
            return new Page(200, "application/octet-stream", bytes, true);
        }

        /** There is none; {@code why} is one sentence, without a newline. */
        public static Page missing(String why) {
            return failed(404, why);
        }

        public static Page failed(int status, String why) {
            return new Page(status, TEXT, (why + "\n").getBytes(StandardCharsets.UTF_8), false);
        }
    }

    /**
     * Asks for a proof.
     *
     * @param sequence of the record in the journal, as a reply's {@code seq} says
     * @param from the size of an earlier checkpoint that the proof shall lead on from; 0 for none
     * @param asker the participant who may see what is theirs; 0: nothing of who asked what, {@link #STAFF}: everything
     */
    record ProofRequest(long sequence, long from, long asker) {
        /** Who may see every record. */
        public static final long STAFF = -1;
    }

    /**
     * A proof as a JSON text, or why there is none.
     *
     * @param reason {@code NONE} where there is one
     */
    record ProofAnswer(RejectReason reason, long detail, String proof) {
        public static ProofAnswer refused(RejectReason reason, long detail) {
            return new ProofAnswer(reason, detail, "");
        }
    }
}
