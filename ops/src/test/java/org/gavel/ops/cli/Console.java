package org.gavel.ops.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

/** Runs the gavel command in this process and keeps what it printed. */
final class Console {
    /**
     * What one run came to.
     *
     * @param out standard output
     * @param err standard error
     */
    record Run(int exitCode, String out, String err) {
        Run expect(int code) {
            assertEquals(code, exitCode, out + err);
            return this;
        }

        List<String> outLines() {
            return out.lines().toList();
        }
    }

    private Console() {}

    static Run gavel(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = GavelCommand.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
        return new Run(exitCode, out.toString(), err.toString());
    }
}
