package org.gavel.exchange.pipeline;

import java.util.Arrays;
import org.agrona.DirectBuffer;
import org.gavel.exchange.api.Answer;
import org.gavel.exchange.api.AnswerView;
import org.gavel.exchange.api.Reply;
import org.gavel.exchange.engine.Request;
import org.gavel.exchange.eventlog.EventStretch;
import org.gavel.exchange.journal.envelope.BatchBuffer;
import org.gavel.exchange.journal.envelope.RecordConsumer;
import org.gavel.protocol.reject.RejectReason;

/**
 * The commands of one group commit on their way: their records, who waits, what they are told, and the events. Reused;
 * for one thread at a time.
 */
final class Batch {
    private final BatchBuffer records = new BatchBuffer();
    private final Reply[] replies = new Reply[Pipeline.MAX_BATCH];
    private final BatchAnswers answers = new BatchAnswers();
    private EventStretch events = new EventStretch();
    private int answered;
    private int told;

    Batch() {
        Arrays.fill(replies, Reply.NOBODY);
    }

    /** Empties the batch, of which everybody was told. */
    void begin() {
        records.begin();
        answered = 0;
        told = 0;
    }

    boolean hasRoomFor(int length) {
        return records.recordCount() < Pipeline.MAX_BATCH && records.hasRoomFor(length);
    }

    void add(long sequence, long time, DirectBuffer body, int offset, int length, Reply reply) {
        replies[records.recordCount()] = reply;
        records.add(sequence, time, body, offset, length);
    }

    /** Hands over each record that is not answered; the consumer must {@link #answer} it. */
    void forEachUnanswered(RecordConsumer consumer) {
        while (answered < records.recordCount()) {
            records.read(answered, consumer);
        }
    }

    /** Records added and not answered. */
    int unanswered() {
        return records.recordCount() - answered;
    }

    BatchBuffer records() {
        return records;
    }

    int size() {
        return records.recordCount();
    }

    /** The events of its commands, or an empty stretch for them; swapped for the other. */
    EventStretch events() {
        return events;
    }

    void events(EventStretch other) {
        events = other;
    }

    /** What the next command's sender, where it has one, will be told. */
    void answer(Request request) {
        if (replies[answered] != Reply.NOBODY) {
            answers.keep(answered, request);
        }
        answered++;
    }

    /** Tells all that is answered and not told. */
    void tell() {
        while (told < answered) {
            tell(answers.show(told));
        }
    }

    /** Whether everybody was told. */
    boolean isTold() {
        return told == records.recordCount();
    }

    /** Tells everybody who was not told that nothing more is done. */
    void refuse() {
        while (told < records.recordCount()) {
            tell(Answer.notTaken(RejectReason.STOPPED));
        }
    }

    private void tell(AnswerView answer) {
        Reply reply = replies[told];
        replies[told++] = Reply.NOBODY;
        reply.on(answer);
    }
}
