package org.gavel.exchange.pipeline;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.gavel.exchange.api.Answer;

/** A node in a process of its own whose every bid and answer leaves a mark in a file, one system call each. */
final class MarkedNode {
    private MarkedNode() {}

    /** Data directory, file of marks, number of bids. */
    public static void main(String[] arguments) throws IOException {
        int bids = Integer.parseInt(arguments[2]);
        try (FileOutputStream marks = new FileOutputStream(arguments[1])) {
            Venue venue = Venue.open(Path.of(arguments[0])).withOpenLot(Duration.ofHours(1));
            for (int bid = 0; bid < bids; bid++) {
                mark(marks, "submit " + bid);
                Answer answer = venue.bid(bid % 2 == 0 ? Venue.ALICE : Venue.BOB, "c" + bid, 1000 + 100L * bid);
                mark(marks, (answer.accepted() ? "ack " : "refused " + answer.reason() + " ") + bid);
            }
            mark(marks, "fault " + venue.fault());
            Runtime.getRuntime().halt(0);
        }
    }

    private static void mark(FileOutputStream marks, String text) throws IOException {
        marks.write((text + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
