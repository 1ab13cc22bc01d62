package org.gavel.exchange.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.gavel.exchange.kit.ChildJvm;
import org.gavel.exchange.kit.SystemCalls;
import org.gavel.exchange.kit.SystemCalls.Call;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the kernel was asked for before each answer of a real node left (RT-05, F1). */
class ForcedBeforeAnsweredTest {
    private static final int BIDS = 25;

    /** Of the pipeline's thread: after the lot is open and before the last bid, the force of a journal file. */
    private static final int FAILING = 41;

    @TempDir
    private Path directory;

    @Test
    void forcesJournalThenWatermarkBetweenEachBidAndItsAnswer() {
        List<Call> calls = run(List.of());
        int after = 0;
        for (int bid = 0; bid < BIDS; bid++) {
            Call submit = mark(calls, "submit " + bid);
            Call ack = mark(calls, "ack " + bid);
            Call journal = first(calls, "journal of bid " + bid, c -> isForce(c, ".cq4") && c.begin() > submit.begin());
            Call watermark = first(
                    calls,
                    "watermark of bid " + bid,
                    c -> c.name().equals("pwrite64") && isWatermark(c) && c.begin() > journal.end());
            Call forced = first(
                    calls,
                    "watermark's force of bid " + bid,
                    c -> isForce(c, "watermark") && c.begin() > watermark.end());
            assertEquals(journal.thread(), forced.thread());
            assertTrue(forced.end() < ack.begin(), "answered before it was forced: bid " + bid);
            assertTrue(journal.begin() > after, "a force of its own");
            after = journal.begin();
        }
        count(calls);
        completesEachBatchLast(calls);
    }

    /** Of each log: the byte that says a document is begun, all of it under that byte, the same byte once more. */
    private static void completesEachBatchLast(List<Call> calls) {
        int from = mark(calls, "submit 0").begin();
        int to = mark(calls, "ack " + (BIDS - 1)).begin();
        List<Call> writes = calls.stream()
                .filter(c -> c.name().equals("pwrite64") && c.file().endsWith(".cq4"))
                .filter(c -> c.begin() > from && c.begin() < to && !c.text().startsWith("\\0\\0\\0\\0"))
                .toList();
        int begun = writes.indexOf(first(writes, "a batch", c -> c.text().equals("\\200")));
        for (int at = begun; at + 2 < writes.size(); at += 3) {
            assertEquals("\\200", writes.get(at).text());
            assertTrue(
                    writes.get(at + 1).text().contains("\\200GVL1"),
                    writes.get(at + 1).text());
            assertEquals("\\0", writes.get(at + 2).text());
        }
        assertTrue(writes.size() - begun >= 3 * BIDS, "each bid's own: " + writes.size());
    }

    private static void count(List<Call> calls) {
        int from = mark(calls, "submit 0").begin();
        int to = mark(calls, "ack " + (BIDS - 1)).begin();
        String pipeline = first(calls, "watermark", c -> isForce(c, "watermark") && c.begin() > from)
                .thread();
        Predicate<Call> own = c -> c.thread().equals(pipeline) && c.begin() > from && c.begin() < to;
        long journal = calls.stream().filter(own.and(c -> isForce(c, ".cq4"))).count();
        long watermark =
                calls.stream().filter(own.and(c -> isForce(c, "watermark"))).count();
        System.out.println(BIDS + " bids of one sender: " + journal + " forces of the journal, " + watermark
                + " of the watermark");
        assertTrue(journal >= BIDS && journal <= 2 * BIDS, "a tick a second besides: " + journal);
        assertTrue(Math.abs(journal - watermark) <= 1);
        assertEquals(
                0,
                calls.stream()
                        .filter(c -> c.name().equals("msync") && own.test(c))
                        .count());
    }

    @Test
    void neverForcesNorAnswersAgainAfterAForceTheKernelRefused() {
        List<Call> calls = run(List.of("-e", "inject=fdatasync:error=EIO:when=" + FAILING));
        Call failed = first(calls, "the refused force", c -> c.name().equals("fdatasync") && !c.succeeded());
        assertTrue(failed.result().contains("EIO"), failed.toString());
        assertTrue(first(calls, "an answer", c -> c.text().startsWith("ack")).begin() < failed.begin());
        for (Call call : calls) {
            if (call.begin() > failed.begin()) {
                assertFalse(call.text().startsWith("ack"), "answered after the failure: " + call);
                boolean isForce = isForce(call, ".cq4") || isForce(call, "watermark");
                assertFalse(isForce && call.thread().equals(failed.thread()), "forced again: " + call);
            }
        }
        first(calls, "a refusal", c -> c.text().startsWith("refused STOPPED"));
        first(calls, "the fault", c -> c.text().startsWith("fault org.gavel.exchange.journal.JournalFault"));
    }

    private List<Call> run(List<String> options) {
        Path trace = directory.resolve("trace");
        List<String> node = ChildJvm.command(
                List.of(), MarkedNode.class, directory.resolve("data"), directory.resolve("marks"), BIDS);
        Process process = ChildJvm.start(SystemCalls.tracing(trace, options, node), directory.resolve("output"));
        assertEquals(0, ChildJvm.await(process));
        return SystemCalls.read(trace);
    }

    private static Call mark(List<Call> calls, String text) {
        return first(calls, text, c -> c.file().endsWith("marks") && c.text().equals(text + "\\n"));
    }

    private static boolean isForce(Call call, String file) {
        return (call.name().equals("fdatasync") || call.name().equals("fsync"))
                && call.file().endsWith(file);
    }

    private static boolean isWatermark(Call call) {
        return call.file().endsWith("watermark");
    }

    private static Call first(List<Call> calls, String what, Predicate<Call> wanted) {
        return calls.stream().filter(wanted).findFirst().orElseThrow(() -> new AssertionError("no " + what));
    }
}
