package org.gavel.ops.witness;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.gavel.protocol.proof.SignedNote;

/** Hands a witness's last cosigned head to whoever asks: {@code /cosigned}, and its public key: {@code /key}. */
public final class CosignatureServer implements AutoCloseable {
    private final HttpServer server;
    private volatile Optional<SignedNote> newest;

    private CosignatureServer(HttpServer server, Optional<SignedNote> newest) {
        this.server = server;
        this.newest = newest;
    }

    /** Listens there; throws where the address cannot be had. */
    public static CosignatureServer open(InetSocketAddress address, WitnessFiles files) throws IOException {
        CosignatureServer serving = new CosignatureServer(HttpServer.create(address, 0), files.cosigned());
        String key = files.signer().verifier().line() + "\n";
        serving.server.createContext("/key", exchange -> answer(exchange, "/key", Optional.of(key)));
        serving.server.createContext(
                "/cosigned", exchange -> answer(exchange, "/cosigned", serving.newest.map(SignedNote::write)));
        serving.server.start();
        return serving;
    }

    private static void answer(HttpExchange exchange, String path, Optional<String> text) throws IOException {
        try (exchange) {
            boolean isKnown =
                    text.isPresent() && exchange.getRequestURI().getPath().equals(path);
            byte[] body = (isKnown ? text.get() : "nothing is cosigned yet, or no such page: /cosigned, /key\n")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
            exchange.getResponseHeaders().set("Cache-Control", "no-cache");
            exchange.sendResponseHeaders(isKnown ? 200 : 404, body.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(body);
            }
        }
    }

    /** From now on hands out this one. */
    public void show(SignedNote cosigned) {
        newest = Optional.of(cosigned);
    }

    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
