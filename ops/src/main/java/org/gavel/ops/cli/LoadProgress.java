package org.gavel.ops.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.gavel.loadtest.client.Outcome;
import org.gavel.ops.event.LoadCommand;
import org.gavel.ops.remote.EventLoad;

/** Shows on standard error how far a load is, and at its end what it came to. */
final class LoadProgress implements EventLoad.Progress {
    private static final int SHOW_EVERY = 100;

    private final PrintWriter err;
    private final Path file;
    private final int total;
    private int done;
    private String kind = "";

    LoadProgress(PrintWriter err, Path file, int total) {
        this.err = err;
        this.file = file;
        this.total = total;
    }

    @Override
    public void resumed(int known) {
        done = known;
        if (known > 0) {
            err.println("the venue has " + known + " of " + total + " commands already");
        }
    }

    @Override
    public void answered(LoadCommand command, Outcome outcome) {
        done++;
        String next = command.command().getClass().getSimpleName();
        if (!next.equals(kind) || done % SHOW_EVERY == 0) {
            err.println(done + "/" + total + " " + next);
        }
        kind = next;
    }

    int finish(Printed printed, EventLoad.Result result) {
        if (printed.isJson()) {
            printed.json(json(result));
        } else {
            printed.data(sentence(result));
        }
        result.refused()
                .ifPresent(refused -> printed.message("refused: "
                        + refused.command().getClass().getSimpleName() + " (cid " + refused.cid() + ")" + place(refused)
                        + result.refusal().map(Printed::refusal).orElse("")));
        return result.refused().isPresent() ? ExitCodes.FAILED : ExitCodes.OK;
    }

    private String place(LoadCommand refused) {
        return (refused.place().isEmpty() ? "" : " of " + file + ":" + refused.place()) + ": ";
    }

    private String sentence(EventLoad.Result result) {
        if (result.refused().isPresent()) {
            return "stopped at command " + done + " of " + total + ": " + result.accepted() + " taken before it";
        }
        return result.changedNothing()
                ? "loaded already: all " + total + " commands have their answers, nothing changed"
                : "loaded: " + result.accepted() + " commands taken, " + (total - result.accepted()) + " known before";
    }

    private ObjectNode json(EventLoad.Result result) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("commands", total)
                .put("accepted", result.accepted())
                .put("known", result.known() + result.repeated())
                .put("loaded", result.refused().isEmpty());
        result.refusal().ifPresent(refusal -> json.set("refusal", Printed.tree(refusal)));
        result.refused()
                .ifPresent(refused ->
                        json.put("refusedCid", refused.cid().toString()).put("refusedPlace", refused.place()));
        return json;
    }
}
