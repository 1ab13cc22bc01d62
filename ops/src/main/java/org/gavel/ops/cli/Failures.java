package org.gavel.ops.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.function.BooleanSupplier;
import org.gavel.exchange.host.DigestMismatch;
import org.gavel.exchange.journal.JournalDamage;
import org.gavel.exchange.journal.JournalFault;
import org.gavel.exchange.settlement.LedgerMismatch;
import org.gavel.exchange.settlement.SettlementFault;
import org.gavel.exchange.transparency.LogFault;
import org.gavel.ops.remote.RemoteFailure;
import org.gavel.ops.yaml.InvalidFile;
import org.gavel.protocol.reject.InvalidValue;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Turns whatever a command throws into one sentence on standard error; the trace only where it is asked for. */
final class Failures implements IExecutionExceptionHandler {
    private final BooleanSupplier debug;

    Failures(BooleanSupplier debug) {
        this.debug = debug;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine commandLine, ParseResult parsed) {
        if (failure instanceof OutputLost lost && lost.isReaderGone()) {
            return ExitCodes.FAILED;
        }
        PrintWriter err = commandLine.getErr();
        err.println("gavel: " + sentence(failure));
        if (debug.getAsBoolean()) {
            failure.printStackTrace(err);
        }
        return ExitCodes.FAILED;
    }

    private String sentence(Exception failure) {
        if (saysWhatToDo(failure)) {
            return failure.getMessage();
        }
        if (failure instanceof InvalidValue refused) {
            return refused.sentence();
        }
        if (failure instanceof UncheckedIOException wrapped) {
            return wrapped.getMessage() + ": " + ofFile(wrapped.getCause());
        }
        if (failure instanceof IOException io) {
            return ofFile(io);
        }
        // The rooms below say in an IllegalStateException what is wrong with the venue's files and what to do.
        if (failure instanceof IllegalStateException && failure.getMessage() != null) {
            return failure.getMessage();
        }
        String hint = debug.getAsBoolean() ? "" : "; run it again with --debug and report the trace";
        return "an unexpected fault: " + failure + hint;
    }

    private static boolean saysWhatToDo(Exception failure) {
        return failure instanceof InvalidFile
                || failure instanceof OutputLost
                || failure instanceof RemoteFailure
                || failure instanceof JournalFault
                || failure instanceof JournalDamage
                || failure instanceof LogFault
                || failure instanceof DigestMismatch
                || failure instanceof LedgerMismatch
                || failure instanceof SettlementFault;
    }

    private static String ofFile(IOException failure) {
        if (failure instanceof NoSuchFileException missing) {
            return missing.getFile() + " does not exist";
        }
        if (failure instanceof FileAlreadyExistsException existing) {
            return existing.getFile() + " exists already";
        }
        if (failure instanceof AccessDeniedException denied) {
            return denied.getFile() + " may not be accessed by this account";
        }
        return failure.getMessage() == null ? failure.toString() : failure.getMessage();
    }
}
