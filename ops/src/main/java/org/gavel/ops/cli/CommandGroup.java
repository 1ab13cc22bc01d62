package org.gavel.ops.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A command that only holds others: called alone, it says which there are. */
@Command
abstract class CommandGroup implements Runnable {
    @Spec
    private CommandSpec group;

    @Override
    public void run() {
        String known = String.join(", ", group.subcommands().keySet());
        throw new ParameterException(group.commandLine(), "Name a command: " + known + ".");
    }
}
