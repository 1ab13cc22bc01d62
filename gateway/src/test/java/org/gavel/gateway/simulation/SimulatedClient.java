package org.gavel.gateway.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.gavel.gateway.session.Doors;
import org.gavel.gateway.session.Outlet;
import org.gavel.gateway.session.Session;
import org.gavel.gateway.wire.CloseCode;
import org.gavel.protocol.codec.json.JsonCodec;
import org.gavel.protocol.command.Command;
import org.gavel.protocol.command.PlaceOrder;
import org.gavel.protocol.value.ClientId;
import org.gavel.protocol.value.Draw;
import org.gavel.protocol.value.Role;

/**
 * One person at a screen, with a connection that may end at any moment in either direction. Whatever was not answered
 * is sent again under its own client id, as the protocol tells clients to do.
 */
final class SimulatedClient {
    private static final Set<String> ASK_AGAIN = Set.of("BUSY", "STOPPED", "DRAINING", "RATE_LIMITED");
    private static final String CHANNEL = "lots";

    /** How a command of this client was answered for good. */
    record Final(ClientId cid, long sequence, String reason) {}

    /** One connection and what is under way on it. */
    private static final class Wire implements Outlet {
        private final Deque<String> up = new ArrayDeque<>();
        private final Deque<String> down = new ArrayDeque<>();
        private final Session session;
        private boolean ready = true;
        private boolean closed;

        Wire(Doors doors, Deque<Runnable> tasks, long number) {
            session = new Session(doors, this, tasks::add, number, "simulated");
        }

        @Override
        public boolean ready() {
            return ready;
        }

        @Override
        public void send(String text) {
            down.add(text);
        }

        @Override
        public void close(CloseCode code) {
            closed = true;
        }
    }

    final Role role;
    final long subject;
    private final Draw draw;
    private final String token;
    private final Map<String, String> waiting = new TreeMap<>();
    private final Map<String, ClientId> cids = new HashMap<>();
    private final List<Final> answers = new ArrayList<>();
    private final Set<String> placing = new HashSet<>();
    private final List<Long> orders = new ArrayList<>();
    private final Map<Long, String> seen = new HashMap<>();
    private final Map<String, Final> known = new HashMap<>();
    private Wire wire;
    private int asked;
    private String epoch = "";
    private long heard;

    SimulatedClient(Role role, long subject, String token, Draw draw) {
        this.role = role;
        this.subject = subject;
        this.token = token;
        this.draw = draw;
    }

    boolean isConnected() {
        return wire != null;
    }

    /** Nothing waits for its answer. */
    boolean isAnswered() {
        return waiting.isEmpty();
    }

    int waiting() {
        return waiting.size();
    }

    String left() {
        return waiting.values().toString();
    }

    List<Final> answers() {
        return answers;
    }

    /** The numbers of all orders that were taken, as the answers told. */
    List<Long> orders() {
        return orders;
    }

    /** The number of the last event seen. */
    long heard() {
        return heard;
    }

    void connect(Doors doors, Deque<Runnable> tasks, long number) {
        wire = new Wire(doors, tasks, number);
        wire.up.add("{\"op\":\"Authenticate\",\"id\":\"auth\",\"token\":\"" + token + "\"}");
        String from = epoch.isEmpty() ? "" : ",\"epoch\":\"" + epoch + "\",\"from\":" + (heard + 1);
        wire.up.add("{\"op\":\"Subscribe\",\"id\":\"sub\",\"channel\":\"" + CHANNEL + "\"" + from + "}");
        wire.up.addAll(waiting.values());
    }

    /** The connection is gone with all that was under way. */
    void disconnect() {
        if (wire != null) {
            wire.session.left();
            wire.session.ended();
        }
        wire = null;
    }

    /** The client's machine reads nothing for a while, or reads again. */
    void stall(boolean stalled) {
        if (wire != null) {
            wire.ready = !stalled;
        }
    }

    /** Asks under a new client id. */
    void ask(Command command) {
        String id = "c" + asked;
        ClientId cid = ClientId.parse(subject + "-" + asked++);
        ObjectNode message = JsonCodec.tree(command).put("id", id).put("cid", cid.toString());
        cids.put(id, cid);
        if (command instanceof PlaceOrder) {
            placing.add(id);
        }
        waiting.put(id, message.toString());
        send(message.toString());
    }

    /** Sends something answered or waiting once more. */
    void repeat() {
        if (!waiting.isEmpty()) {
            send(waiting.values().iterator().next());
        }
    }

    private void send(String text) {
        if (wire != null) {
            wire.up.add(text);
        }
    }

    /** Moves so many messages in each direction. */
    void move(int most) {
        for (int i = 0; wire != null && i < most && !wire.up.isEmpty(); i++) {
            wire.session.received(wire.up.remove());
        }
        for (int i = 0; wire != null && i < most && !wire.down.isEmpty(); i++) {
            receive(wire.down.remove());
        }
        if (wire != null) {
            wire.session.pump();
            if (wire.closed) {
                disconnect();
            }
        }
    }

    private void receive(String text) {
        ObjectNode message = JsonCodec.parse(text);
        if (message.has("ch")) {
            event(message, text);
        } else if (message.path("id").asText().equals("sub")) {
            subscribed((ObjectNode) message.get("r"));
        } else if (message.path("id").asText().startsWith("c")) {
            answered(message);
        }
    }

    private void subscribed(ObjectNode reply) {
        boolean same = epoch.isEmpty() || epoch.equals(reply.get("epoch").textValue());
        assertTrue(same, "a journal that goes on keeps its epoch");
        assertTrue(reply.get("sq").longValue() >= heard, () -> "the venue forgot event " + heard);
        epoch = reply.get("epoch").textValue();
        if (!reply.get("recovered").booleanValue()) {
            heard = reply.get("sq").longValue();
        }
    }

    private void event(ObjectNode message, String text) {
        long sq = message.get("sq").longValue();
        assertEquals(heard + 1, sq, "the channel has no gap and no repetition");
        String before = seen.putIfAbsent(sq, text);
        assertTrue(before == null || before.equals(text), () -> "event " + sq + " changed: " + before + " / " + text);
        heard = sq;
    }

    private void answered(ObjectNode message) {
        String id = message.get("id").textValue();
        boolean done = message.get("ok").booleanValue();
        ObjectNode body = (ObjectNode) message.get(done ? "r" : "e");
        String reason = done ? "NONE" : body.get("name").textValue();
        if (ASK_AGAIN.contains(reason)) {
            return;
        }
        long sequence = body.path("seq").longValue();
        Final answer = new Final(cids.get(id), sequence, reason);
        Final before = known.putIfAbsent(id, answer);
        assertTrue(before == null || before.equals(answer), () -> "two answers: " + before + " and " + answer);
        if (before == null) {
            answers.add(answer);
            if (done && placing.contains(id)) {
                orders.add(sequence);
            }
            waiting.remove(id);
        }
    }

    /** Sends everything unanswered once more, as after a timeout. */
    void retry() {
        if (wire != null && wire.up.isEmpty()) {
            wire.up.addAll(waiting.values());
        }
    }

    /** A random draw that is this client's alone. */
    Draw draw() {
        return draw;
    }
}
