package org.gavel.gateway;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.gavel.exchange.api.Answer;
import org.gavel.exchange.api.CommandPort;
import org.gavel.exchange.api.Reply;
import org.gavel.protocol.command.Command;
import org.gavel.protocol.command.Origin;
import org.gavel.protocol.reject.RejectReason;

/** A door that writes down what comes in and answers as told; it has no market behind it. */
public final class RecordingPort implements CommandPort {
    /** What came in. */
    public record Taken(Origin origin, Command command) {}

    private final List<Taken> taken = new CopyOnWriteArrayList<>();
    private final List<Reply> held = new ArrayList<>();
    private volatile Function<Taken, Answer> answers =
            command -> new Answer(taken.size(), 1_000_000L + taken.size(), RejectReason.NONE, 0, false);
    private volatile boolean holding;

    @Override
    public void submit(Origin origin, Command command, Reply reply) {
        Taken one = new Taken(origin, command);
        taken.add(one);
        if (holding) {
            held.add(reply);
        } else {
            reply.on(answers.apply(one));
        }
    }

    public void answer(Function<Taken, Answer> how) {
        answers = how;
    }

    /** From now on keeps every reply until {@link #release}. */
    public void hold() {
        holding = true;
    }

    public void release() {
        holding = false;
        held.forEach(reply -> reply.on(new Answer(1, 1, RejectReason.NONE, 0, false)));
        held.clear();
    }

    public List<Taken> taken() {
        return taken;
    }

    public Taken last() {
        return taken.get(taken.size() - 1);
    }
}
