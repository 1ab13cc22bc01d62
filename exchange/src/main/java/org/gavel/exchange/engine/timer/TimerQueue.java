package org.gavel.exchange.engine.timer;

import java.util.Arrays;

/**
 * All pending deadlines in (due time, lot, kind) order: a binary heap in which each deadline knows its place, so
 * that moving one costs O(log n) and looking at the next O(1). Allocates only when it grows.
 */
public final class TimerQueue {
    /** No deadline is pending. */
    public static final long NEVER = Long.MAX_VALUE;

    private Deadline[] heap = new Deadline[64];
    private int size;
    private int closings;

    /** The due time of the next deadline, or {@link #NEVER}. */
    public long nextDue() {
        return size == 0 ? NEVER : heap[0].due();
    }

    /** How many lots are taking bids: each of them, and no other, waits for its close. */
    public int closings() {
        return closings;
    }

    /** Sets or moves a deadline. */
    public void schedule(Deadline deadline, Deadline.Kind kind, long due) {
        closings -= deadline.isPending(Deadline.Kind.CLOSE) ? 1 : 0;
        closings += kind == Deadline.Kind.CLOSE ? 1 : 0;
        deadline.set(kind, due);
        if (!deadline.isPending()) {
            append(deadline);
        }
        siftUp(deadline.index());
        siftDown(deadline.index());
    }

    /** Removes a deadline; harmless where it is not pending. */
    public void cancel(Deadline deadline) {
        int index = deadline.index();
        if (index == Deadline.IDLE) {
            return;
        }
        closings -= deadline.kind() == Deadline.Kind.CLOSE ? 1 : 0;
        Deadline last = heap[--size];
        heap[size] = null;
        deadline.index(Deadline.IDLE);
        if (last != deadline) {
            place(last, index);
            siftUp(index);
            siftDown(last.index());
        }
    }

    /** Takes the next deadline out; the queue must not be empty. */
    public Deadline poll() {
        Deadline next = heap[0];
        cancel(next);
        return next;
    }

    private void append(Deadline deadline) {
        if (size == heap.length) {
            heap = Arrays.copyOf(heap, size * 2);
        }
        place(deadline, size++);
    }

    private void place(Deadline deadline, int index) {
        heap[index] = deadline;
        deadline.index(index);
    }

    private void siftUp(int from) {
        int index = from;
        while (index > 0 && heap[index].isBefore(heap[(index - 1) >>> 1])) {
            swap(index, (index - 1) >>> 1);
            index = (index - 1) >>> 1;
        }
    }

    private void siftDown(int from) {
        int index = from;
        int child = earliestChild(index);
        while (child < size && heap[child].isBefore(heap[index])) {
            swap(index, child);
            index = child;
            child = earliestChild(index);
        }
    }

    private int earliestChild(int index) {
        int left = 2 * index + 1;
        int right = left + 1;
        return right < size && heap[right].isBefore(heap[left]) ? right : left;
    }

    private void swap(int a, int b) {
        Deadline moved = heap[a];
        place(heap[b], a);
        place(moved, b);
    }
}
