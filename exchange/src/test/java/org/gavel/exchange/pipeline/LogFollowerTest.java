package org.gavel.exchange.pipeline;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import org.gavel.exchange.api.PublicLog.Page;
import org.gavel.exchange.api.PublicLog.ProofAnswer;
import org.gavel.exchange.api.PublicLog.ProofRequest;
import org.gavel.exchange.journal.Durability;
import org.gavel.exchange.transparency.LogSalts;
import org.gavel.exchange.transparency.LogSigners;
import org.gavel.exchange.transparency.LogTerms;
import org.gavel.protocol.reject.RejectReason;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whoever asks the log is answered, also while it ends and after. */
@Timeout(60)
class LogFollowerTest {
    private static final String HEAD = "checkpoint";
    private static final ProofRequest FIRST = new ProofRequest(1, 0, 0);

    @TempDir
    private Path directory;

    private final List<Page> pages = new CopyOnWriteArrayList<>();
    private final List<ProofAnswer> proofs = new CopyOnWriteArrayList<>();
    private final Semaphore asked = new Semaphore(0);
    private final Semaphore goesOn = new Semaphore(0);
    private LogFollower log;

    @BeforeEach
    void follow() throws IOException {
        Path data = directory.resolve("data");
        Path keys = Files.createDirectory(directory.resolve("keys"));
        Venue.open(data).close();
        LogSalts.create(keys);
        LogSigners.create(keys, "gavel.example/hall");
        LogTerms terms = new LogTerms(data, Durability.PROCESS, LogSalts.load(keys), LogSigners.load(keys), List.of());
        log = LogFollower.start(terms, Duration.ofMillis(1));
    }

    /** Keeps the log's thread until it may go on. */
    private void hold(Page page) {
        asked.release();
        goesOn.acquireUninterruptibly();
    }

    private void holdAndFail(Page page) {
        hold(page);
        throw new StackOverflowError("deaf");
    }

    private void ask() {
        log.page(HEAD, pages::add);
        log.prove(FIRST, proofs::add);
    }

    @Test
    void whoWaitsBehindAReaderThatFailsIsAnsweredThoughTheLogEnds() {
        log.page(HEAD, this::holdAndFail);
        asked.acquireUninterruptibly();
        ask();
        Thread closing = new Thread(log::close);
        closing.start();
        await().until(() -> closing.getState() == Thread.State.WAITING);
        goesOn.release();
        await().until(() -> !closing.isAlive());
        assertEquals(1, pages.size());
        assertEquals(1, proofs.size());
    }

    @Test
    void aReaderThatFailsDoesNotEndTheLog() {
        goesOn.release();
        log.page(HEAD, this::holdAndFail);
        log.page(HEAD, pages::add);
        await().until(() -> pages.size() == 1);
        log.close();
    }

    @Test
    void whoComesWhenItHasEndedIsTold() {
        log.close();
        ask();
        assertEquals(List.of(503), pages.stream().map(Page::status).toList());
        assertEquals(List.of(ProofAnswer.refused(RejectReason.DRAINING, 0)), proofs);
    }

    @Test
    void moreReadersThanMayWaitAreAskedToComeAgain() {
        log.page(HEAD, this::hold);
        asked.acquireUninterruptibly();
        for (int reader = 0; reader <= LogFollower.MOST_WAITING; reader++) {
            log.page(HEAD, pages::add);
        }
        assertEquals(List.of(503), pages.stream().map(Page::status).toList());
        goesOn.release();
        await().until(() -> pages.size() == LogFollower.MOST_WAITING + 1);
        log.close();
    }
}
