package org.gavel.exchange.transparency;

import java.nio.file.Path;

/** A process that does nothing but take a journal into its log, a few records at a time, signing after each; to be killed. */
public final class LogWriter {
    private LogWriter() {}

    /** Writes until it has all; the one argument is the directory of the test kit. */
    public static void main(String[] arguments) {
        try (VenueLog log = VenueLog.open(new LogKit(Path.of(arguments[0])).terms())) {
            System.out.println("writing");
            while (log.grow(3) > 0) {
                log.sign(LogKit.NOW);
            }
            System.out.println("done");
        }
    }
}
