package org.gavel.gateway.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gavel.exchange.api.PublicLog;
import org.gavel.exchange.api.WallOffset;
import org.gavel.gateway.throttle.TooMuch;
import org.gavel.gateway.wire.Replies;
import org.gavel.protocol.codec.json.CanonicalJson;

/** Answers plain HTTP requests: those about the log by its own thread, all others at once from memory. Thread-safe. */
public final class PublicPages {
    private static final String[] FILES = {
        "account.js",
        "answers.js",
        "app.js",
        "book-page.js",
        "book-words.js",
        "books.js",
        "clock.js",
        "connection.js",
        "course-page.js",
        "course-words.js",
        "course.js",
        "deal-page.js",
        "deals.js",
        "desk.js",
        "envelopes.js",
        "facts.js",
        "following.js",
        "forms.js",
        "held-page.js",
        "held-words.js",
        "held.js",
        "known.js",
        "listing-page.js",
        "listing-words.js",
        "listings.js",
        "lot-page.js",
        "lot-states.js",
        "market.js",
        "money.js",
        "open-orders-page.js",
        "open-orders.js",
        "order-page.js",
        "order.js",
        "own.js",
        "page.js",
        "pair-page.js",
        "pair.js",
        "places.js",
        "proofs.js",
        "refusal-words.js",
        "refusals.js",
        "sealed.js",
        "server-clock.js",
        "staff-page.js",
        "staff-words.js",
        "staff.js",
        "table.js",
        "words.js",
        "style.css",
        "favicon.svg"
    };

    private static final String JSON = "application/json";

    private static final Pattern RULES = Pattern.compile("/v1/lots/([1-9][0-9]{0,9})/rules");

    private static final Pattern AFTER = Pattern.compile("[0-9]{1,9}");

    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
            + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final Map<String, Asset> assets = new TreeMap<>();
    private final Readiness readiness;
    private final ListedMarket market;
    private final IntFunction<Optional<String>> ruleSheets;
    private final LogPages log;

    /**
     * @param market all lots and roadshows
     * @param ruleSheets the rule sheet of a lot as JSON text
     * @param log the venue's public log
     * @param livePage false: no pages, only data and probes
     */
    public PublicPages(
            Readiness readiness,
            ListedMarket market,
            IntFunction<Optional<String>> ruleSheets,
            PublicLog log,
            boolean livePage) {
        this.readiness = readiness;
        this.market = market;
        this.ruleSheets = ruleSheets;
        this.log = new LogPages(log);
        if (livePage) {
            assets.put("/", Asset.load("index.html"));
            for (String file : FILES) {
                assets.put("/" + file, Asset.load(file));
            }
        }
    }

    public void handle(HttpServerRequest request) {
        if (!request.method().equals(HttpMethod.GET) && !isHead(request)) {
            request.response().putHeader("Allow", "GET, HEAD");
            answer(request, 405, "text/plain", Buffer.buffer("GET only\n"));
            return;
        }
        Asset asset = assets.get(request.path());
        if (asset != null) {
            answer(request, 200, asset.type(), asset.bytes());
        } else if (request.path().startsWith(LogPages.PREFIX)) {
            log.handle(
                    request,
                    page -> answer(request, page.status(), page.type(), LogPages.body(page), LogPages.caching(page)));
        } else {
            data(request);
        }
    }

    private void data(HttpServerRequest request) {
        switch (request.path()) {
            case "/livez" -> answer(request, 200, JSON, Buffer.buffer("{\"live\":true}"));
            case "/readyz" -> answer(request, readiness.serving() ? 200 : 503, JSON, readyText());
            case "/v1/lots" -> lots(request);
            default -> ruleSheet(request);
        }
    }

    /** {@code /v1/lots}, from its beginning or behind a number. */
    private void lots(HttpServerRequest request) {
        String after = Optional.ofNullable(request.getParam("after")).orElse("0");
        if (!AFTER.matcher(after).matches()) {
            answer(request, 400, "text/plain", Buffer.buffer("after must be the next of a page, a number\n"));
            return;
        }
        String address = request.remoteAddress().hostAddress();
        try {
            answer(request, 200, JSON, Buffer.buffer(market.page(number(after), address)));
        } catch (TooMuch asked) {
            request.response().putHeader("Retry-After", Long.toString(asked.waitSeconds()));
            answer(request, 429, JSON, Buffer.buffer(Replies.error(asked)));
        }
    }

    /** {@code /v1/lots/N/rules}, or nothing that is known. */
    private void ruleSheet(HttpServerRequest request) {
        Matcher path = RULES.matcher(request.path());
        Optional<String> sheet = path.matches() ? ruleSheets.apply(number(path.group(1))) : Optional.empty();
        if (sheet.isPresent()) {
            answer(request, 200, JSON, Buffer.buffer(sheet.get()));
        } else {
            answer(request, 404, "text/plain", Buffer.buffer("not found\n"));
        }
    }

    /** Ten digits may be more than a lot's number can be; 0 is no lot's. */
    private static int number(String digits) {
        long number = Long.parseLong(digits);
        return number > Integer.MAX_VALUE ? 0 : (int) number;
    }

    private Buffer readyText() {
        ObjectNode ready = Replies.object()
                .put("ready", readiness.serving())
                .put("draining", readiness.draining())
                .put("refusing", readiness.refusing().name())
                .put("sequence", readiness.sequence());
        ready.set("ledger", ledger());
        ready.set("clock", clock());
        return Buffer.buffer(CanonicalJson.write(ready));
    }

    private ObjectNode ledger() {
        return Replies.object().put("state", readiness.ledger().name()).put("behind", readiness.ledgerBehind());
    }

    private ObjectNode clock() {
        WallOffset clock = readiness.clock();
        return Replies.object().put("state", clock.state().name()).put("aheadMicros", clock.aheadMicros());
    }

    private static void answer(HttpServerRequest request, int status, String type, Buffer body) {
        answer(request, status, type, body, "no-cache");
    }

    private static void answer(HttpServerRequest request, int status, String type, Buffer body, String caching) {
        HttpServerResponse response = request.response()
                .setStatusCode(status)
                .putHeader("Content-Type", type)
                .putHeader("Content-Length", Integer.toString(body.length()))
                .putHeader("Cache-Control", caching)
                .putHeader("Content-Security-Policy", POLICY)
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Referrer-Policy", "no-referrer");
        if (isHead(request)) {
            response.end();
        } else {
            response.end(body);
        }
    }

    private static boolean isHead(HttpServerRequest request) {
        return request.method().equals(HttpMethod.HEAD);
    }
}
