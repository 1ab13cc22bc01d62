package org.gavel.ops.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gavel.protocol.command.Command;

/** The commands of one event as they are put in order, each under its cid. For one thread. */
final class Loading {
    private final LoadIds ids;
    private final List<LoadCommand> commands = new ArrayList<>();

    Loading(LoadIds ids) {
        this.ids = ids;
    }

    /**
     * @param kind the letter its cid begins with
     * @param places where in the file each number stands
     */
    void add(char kind, int number, Command command, Map<Integer, String> places) {
        commands.add(new LoadCommand(ids.next(kind, number, command), command, places.getOrDefault(number, "")));
    }

    List<LoadCommand> commands() {
        return commands;
    }
}
