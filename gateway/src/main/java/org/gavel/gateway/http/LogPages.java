package org.gavel.gateway.http;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gavel.exchange.api.PublicLog;
import org.gavel.exchange.api.PublicLog.Page;
import org.gavel.exchange.api.PublicLog.ProofAnswer;
import org.gavel.exchange.api.PublicLog.ProofRequest;
import org.gavel.protocol.reject.RejectReason;

/**
 * The public log over HTTP, for anybody from anywhere: nothing in it is personal. A name is looked up in the log, never
 * in a file system. Thread-safe.
 */
final class LogPages {
    /** What all names of the log begin with. */
    static final String PREFIX = "/log/";

    private static final Pattern PROOF = Pattern.compile("proof/([1-9][0-9]{0,17})");
    private static final Pattern SIZE = Pattern.compile("[1-9][0-9]{0,17}");

    private final PublicLog log;

    LogPages(PublicLog log) {
        this.log = log;
    }

    /** Answers later, on the caller's own event loop. */
    void handle(HttpServerRequest request, Consumer<Page> reply) {
        Context loop = Vertx.currentContext();
        Consumer<Page> reader = page -> loop.runOnContext(ignored -> reply.accept(page));
        String path = request.path().substring(PREFIX.length());
        Matcher proof = PROOF.matcher(path);
        if (proof.matches()) {
            prove(Long.parseLong(proof.group(1)), request.getParam("from"), reader);
        } else {
            log.page(path, reader);
        }
    }

    private void prove(long sequence, String from, Consumer<Page> reader) {
        if (from != null && !SIZE.matcher(from).matches()) {
            reader.accept(Page.failed(400, "from is the size of an earlier checkpoint, a number above 0"));
            return;
        }
        long earlier = from == null ? 0 : Long.parseLong(from);
        log.prove(new ProofRequest(sequence, earlier, 0), answer -> reader.accept(page(answer)));
    }

    private static Page page(ProofAnswer answer) {
        if (answer.reason() == RejectReason.NONE) {
            return Page.json(answer.proof());
        }
        boolean mayCome = answer.reason().retry() == RejectReason.Retry.LATER;
        return Page.failed(mayCome ? 503 : 404, answer.reason().sentence(answer.detail()));
    }

    /** What a page's reader needs to know of it. */
    static Buffer body(Page page) {
        return Buffer.buffer(page.bytes());
    }

    /** Whole and part tiles never change; a checkpoint does every few seconds. */
    static String caching(Page page) {
        return page.isImmutable() ? "public, max-age=31536000, immutable" : "no-cache";
    }
}
