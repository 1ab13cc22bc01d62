package org.gavel.ops.simulate;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import org.gavel.exchange.engine.EventList;
import org.gavel.exchange.engine.Market;
import org.gavel.exchange.engine.Request;
import org.gavel.exchange.engine.timer.TimerQueue;
import org.gavel.exchange.host.GenesisTerms;
import org.gavel.protocol.codec.json.CanonicalJson;
import org.gavel.protocol.codec.json.JsonCodec;
import org.gavel.protocol.command.NodeStarted;
import org.gavel.protocol.command.PlaceOrder;
import org.gavel.protocol.command.Tick;
import org.gavel.protocol.event.AnswerRepeated;
import org.gavel.protocol.event.CommandRejected;
import org.gavel.protocol.event.Event;
import org.gavel.protocol.reject.InvalidValue;
import org.gavel.protocol.reject.RejectReason;

/**
 * A market fed line by line. What is due between two lines happens at its own time, each with its own sequence, unless
 * the second says that the node was away in between. The same lines give the same output, byte for byte. Single-threaded.
 */
public final class Simulation {
    /** The most bytes of a line. */
    public static final int MAX_LINE = 4 << 20;

    private static final String VENUE = "SIMULATION";
    /** Some editors begin a file with it. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Market market = new Market();
    private final Request request = new Request();
    private final EventList events = new EventList();
    private final OrderNames orders = new OrderNames();
    private final Consumer<String> out;
    private long lines;
    private long refusedLines;

    /** Writes each event as one line of canonical JSON. */
    public Simulation(Consumer<String> out) {
        this.out = out;
    }

    /** As {@link #line(String)}, from the bytes of the line without its end. */
    public void line(byte[] bytes) {
        if (bytes.length > MAX_LINE) {
            lines++;
            refuse(new InvalidValue(RejectReason.TOO_LARGE, "", "The line has more than " + MAX_LINE + " bytes"));
            return;
        }
        String text;
        try {
            text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            lines++;
            refuse(new InvalidValue(RejectReason.BAD_UTF8, "", "The line is not UTF-8"));
            return;
        }
        line(lines == 0 && text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
    }

    /** Applies a line; one that is no command is answered with {@code LineRefused} and changes nothing. */
    public void line(String text) {
        lines++;
        if (text.isBlank() || text.startsWith("#")) {
            return;
        }
        try {
            SimulationLine line = SimulationLine.parse(text, orders);
            if (line.at() < market.time()) {
                throw new InvalidValue(RejectReason.BAD_FIELD, "at", "must not lie before the line above");
            }
            take(line);
        } catch (InvalidValue e) {
            refuse(e);
        }
    }

    /** Applies a line that somebody wrote, and what happens before it. */
    private void take(SimulationLine line) {
        if (market.venue().isEmpty()) {
            apply(SimulationLine.own(GenesisTerms.of(VENUE, Integer.MAX_VALUE), line.at()));
        }
        if (!(line.command() instanceof NodeStarted)) {
            letTimePass(line.at());
        }
        apply(line);
        if (line.command() instanceof PlaceOrder order && isAcceptedNow()) {
            orders.put(request.participant(order.participant()), line.cid(), request.sequence());
        }
    }

    private boolean isAcceptedNow() {
        return request.reason() == RejectReason.NONE && !request.isRepeated();
    }

    /** Lets everything happen that is still due, as if nobody asked for anything any more. */
    public void finish() {
        letTimePass(TimerQueue.NEVER - 1);
    }

    private void letTimePass(long until) {
        while (market.nextDue() <= until) {
            long due = market.nextDue();
            apply(SimulationLine.own(new Tick(due), Math.max(due, market.time())));
        }
    }

    private void apply(SimulationLine line) {
        request.begin(
                        market.sequence() + 1,
                        line.at(),
                        line.by(),
                        line.cid().high(),
                        line.cid().low())
                .from(line.role(), line.channel())
                .approvedBy(line.approver())
                .through(line.session());
        market.apply(request, line.command(), events);
        write(events.take());
    }

    private void write(List<Event> happened) {
        for (int index = 0; index < happened.size(); index++) {
            ObjectNode line = JsonCodec.tree(happened.get(index));
            line.put("seq", market.sequence()).put("index", index).put("at", market.time());
            if (happened.get(index) instanceof CommandRejected rejected) {
                say(line, rejected.reason(), rejected.detail());
            } else if (happened.get(index) instanceof AnswerRepeated repeated) {
                say(line, repeated.reason(), repeated.detail());
            }
            out.accept(CanonicalJson.write(line));
        }
    }

    /** What the answer to the line is, for the person who wrote it. */
    private void say(ObjectNode line, RejectReason reason, long detail) {
        line.put("line", lines);
        if (reason != RejectReason.NONE) {
            line.put("code", reason.code()).put("message", reason.sentence(detail));
        }
    }

    private void refuse(InvalidValue problem) {
        refusedLines++;
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        line.put("event", "LineRefused").put("line", lines);
        line.put("code", problem.reason().code()).put("reason", problem.reason().name());
        line.put("message", sentence(problem));
        out.accept(CanonicalJson.write(line));
    }

    /** On the wire an object comes in a frame, here on a line. */
    private static String sentence(InvalidValue problem) {
        return problem.reason() == RejectReason.BAD_JSON
                ? problem.getMessage() + ". Write one JSON object on one line."
                : problem.sentence();
    }

    /** Lines that were no commands. */
    public long refusedLines() {
        return refusedLines;
    }

    public long sequence() {
        return market.sequence();
    }

    /** The final state's hash, hex. */
    public String stateHash() {
        return HexFormat.of().formatHex(market.stateHash());
    }
}
