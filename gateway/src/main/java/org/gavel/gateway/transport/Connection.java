package org.gavel.gateway.transport;

import io.netty.channel.ChannelFuture;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.internal.http.WebSocketInternal;
import org.gavel.gateway.session.Doors;
import org.gavel.gateway.session.Outlet;
import org.gavel.gateway.session.Session;
import org.gavel.gateway.wire.CloseCode;
import org.gavel.protocol.reject.InvalidValue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One WebSocket and its session, both on the socket's event loop. A client that does not read is read no further
 * itself, and after a while its connection ends: nobody else notices. The session is over as soon as the connection is
 * given up, however long the client takes to let go of the socket.
 */
final class Connection implements Outlet, MessageReader.Outcome {
    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);

    /** How long a client may take to answer a close frame. */
    private static final long CLOSING_MILLIS = 5_000;

    private static final long NO_TIMER = -1;

    /** RFC 6455, 7.1.5: no close frame came. */
    private static final int NO_CLOSE_FRAME = 1006;

    private final Vertx vertx;
    private final ServerWebSocket socket;
    private final TransportSettings settings;
    private final Session session;
    private final Liveness liveness;
    private final MessageReader reader;
    private long slowTimer = NO_TIMER;
    private long closingTimer = NO_TIMER;
    private boolean closing;

    Connection(Vertx vertx, ServerWebSocket socket, TransportSettings settings, Doors doors, long number) {
        this.vertx = vertx;
        this.socket = socket;
        this.settings = settings;
        Context context = vertx.getOrCreateContext();
        String address = socket.remoteAddress().hostAddress();
        session = new Session(doors, this, task -> context.runOnContext(ignored -> guarded(task)), number, address);
        liveness = new Liveness(doors.clock(), doors.settings().heartbeat());
        reader = new MessageReader(session, this);
    }

    /** Starts to read; {@code gone} is called once, when the socket has closed. */
    void start(Runnable gone) {
        socket.setWriteQueueMaxSize(settings.pendingBytes());
        socket.drainHandler(ignored -> guarded(this::drained));
        socket.exceptionHandler(this::violated);
        socket.pongHandler(ignored -> {
            liveness.heard();
            if (!closing) {
                session.alive();
            }
        });
        socket.frameHandler(frame -> guarded(() -> {
            liveness.heard();
            if (!closing) {
                reader.frame(frame);
            }
        }));
        long heartbeat = vertx.setPeriodic(liveness.periodMillis(), ignored -> guarded(this::heartbeat));
        socket.closeHandler(ignored -> {
            if (!closing && saidGoodbye()) {
                session.left();
            }
            vertx.cancelTimer(heartbeat);
            vertx.cancelTimer(slowTimer);
            vertx.cancelTimer(closingTimer);
            end();
            gone.run();
        });
    }

    /** From here on nothing is read or sent, and the session is over; what is left is to close the socket. */
    private void end() {
        if (!closing) {
            closing = true;
            guarded(session::ended);
        }
    }

    /** Whether the client has sent a close frame; without one, its socket was cut. */
    private boolean saidGoodbye() {
        Short code = socket.closeStatusCode();
        return code != null && code != NO_CLOSE_FRAME;
    }

    /** A fault of ours ends this connection and no other. */
    private void guarded(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException fault) {
            LOG.error("fault in the session from {}", socket.remoteAddress(), fault);
            close(CloseCode.FAULT);
        }
    }

    /** Bytes that are no frames: Vert.x ends the connection at once, so the reason must be on its way before. */
    private void violated(Throwable problem) {
        LOG.debug("connection from {}", socket.remoteAddress(), problem);
        if (problem instanceof CorruptedWebSocketFrameException bad && !closing) {
            end();
            ChannelFuture unused = ((WebSocketInternal) socket)
                    .channelHandlerContext()
                    .writeAndFlush(new CloseWebSocketFrame(bad.closeStatus()));
        }
    }

    private void heartbeat() {
        if (liveness.silent()) {
            close(CloseCode.SILENT);
        } else if (!closing && !socket.isClosed()) {
            socket.writePing(Buffer.buffer());
            session.heartbeat();
        }
    }

    /** Sends what has happened since. */
    void pump() {
        guarded(session::pump);
    }

    void drain(long afterMillis) {
        guarded(() -> session.drain(afterMillis));
    }

    @Override
    public void text(String text) {
        session.received(text);
    }

    @Override
    public void part() {
        session.part();
    }

    @Override
    public void refused(InvalidValue problem) {
        session.unreadable(problem);
    }

    @Override
    public void violation(InvalidValue problem, CloseCode code) {
        session.unreadable(problem);
        close(code);
    }

    @Override
    public boolean ready() {
        return !closing && slowTimer == NO_TIMER && !socket.isClosed();
    }

    @Override
    public void send(String text) {
        if (closing || socket.isClosed()) {
            return;
        }
        socket.writeTextMessage(text);
        if (slowTimer == NO_TIMER && socket.writeQueueFull()) {
            socket.pause();
            slowTimer = vertx.setTimer(settings.patience().toMillis(), ignored -> close(CloseCode.SLOW));
        }
    }

    private void drained() {
        if (slowTimer != NO_TIMER && !closing) {
            vertx.cancelTimer(slowTimer);
            slowTimer = NO_TIMER;
            socket.resume();
            session.pump();
        }
    }

    @Override
    public void close(CloseCode code) {
        if (closing) {
            return;
        }
        end();
        socket.resume();
        socket.close(code.code(), code.reason());
        closingTimer = vertx.setTimer(CLOSING_MILLIS, ignored -> cut());
    }

    /** Ends the connection of a client that does not even read the close frame. */
    private void cut() {
        ChannelFuture unused =
                ((WebSocketInternal) socket).channelHandlerContext().close();
    }
}
