package org.gavel.exchange.pipeline;

import org.gavel.exchange.api.Answer;
import org.gavel.exchange.api.AnswerView;
import org.gavel.exchange.engine.Request;
import org.gavel.protocol.reject.RejectReason;

/** The answers to a batch's commands, by their place in it, shown one at a time. Reused; makes no garbage. */
final class BatchAnswers implements AnswerView {
    private final long[] sequences = new long[Pipeline.MAX_BATCH];
    private final long[] timestamps = new long[Pipeline.MAX_BATCH];
    private final RejectReason[] reasons = new RejectReason[Pipeline.MAX_BATCH];
    private final long[] details = new long[Pipeline.MAX_BATCH];
    private final boolean[] repeated = new boolean[Pipeline.MAX_BATCH];
    private final String[] ruleSheets = new String[Pipeline.MAX_BATCH];
    private int shown;

    /** Keeps what became of the command at a place. */
    void keep(int place, Request request) {
        boolean isRepeated = request.isRepeated();
        sequences[place] = isRepeated ? request.original() : request.sequence();
        timestamps[place] = request.time();
        reasons[place] = request.reason();
        details[place] = request.detail();
        repeated[place] = isRepeated;
        ruleSheets[place] = request.ruleSheet();
    }

    /** The answer to the command at a place, until the next is shown. */
    AnswerView show(int place) {
        shown = place;
        return this;
    }

    @Override
    public long sequence() {
        return sequences[shown];
    }

    @Override
    public long timestamp() {
        return timestamps[shown];
    }

    @Override
    public RejectReason reason() {
        return reasons[shown];
    }

    @Override
    public long detail() {
        return details[shown];
    }

    @Override
    public boolean repeated() {
        return repeated[shown];
    }

    @Override
    public String ruleSheet() {
        return ruleSheets[shown];
    }

    @Override
    public Answer kept() {
        return new Answer(sequence(), timestamp(), reason(), detail(), repeated(), ruleSheet());
    }
}
