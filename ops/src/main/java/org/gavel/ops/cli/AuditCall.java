package org.gavel.ops.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.gavel.exchange.audit.AuditRefused;
import org.gavel.exchange.engine.MarketFault;
import org.gavel.exchange.host.DigestMismatch;
import org.gavel.exchange.journal.JournalDamage;
import org.gavel.exchange.transparency.LogFault;
import org.gavel.protocol.codec.json.CanonicalJson;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** One of the auditor's commands: whatever is wrong with a journal is told in one sentence and exits with 3. */
abstract class AuditCall implements Callable<Integer> {
    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    /** Does it and answers the exit code. */
    abstract int run() throws IOException;

    @Override
    public final Integer call() throws IOException {
        try {
            int code = run();
            spec.commandLine().getOut().flush();
            return code;
        } catch (JournalDamage | DigestMismatch | MarketFault | AuditRefused | LogFault e) {
            return refuse(e);
        }
    }

    private int refuse(RuntimeException problem) {
        String sentence = sentence(problem);
        if (json) {
            ObjectNode result = JsonNodeFactory.instance.objectNode();
            result.put("result", "REFUSED").put("problem", sentence);
            spec.commandLine().getOut().println(CanonicalJson.write(result));
        }
        spec.commandLine().getErr().println("REFUSED: " + sentence);
        return ExitCodes.VERIFICATION_FAILED;
    }

    /** What did not agree with the log is no fault of the engine, though it came up while the engine applied a record. */
    private static String sentence(RuntimeException problem) {
        Throwable cause = problem.getCause();
        if (!(problem instanceof MarketFault) || cause == null) {
            return problem.getMessage();
        }
        return cause instanceof DigestMismatch ? cause.getMessage() : problem.getMessage() + ": " + cause.getMessage();
    }

    boolean isJson() {
        return json;
    }

    Printed printed() {
        return new Printed(spec, json);
    }

    CommandSpec spec() {
        return spec;
    }
}
