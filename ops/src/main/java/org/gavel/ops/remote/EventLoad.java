package org.gavel.ops.remote;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gavel.loadtest.client.Outcome;
import org.gavel.ops.event.LoadCommand;
import org.gavel.protocol.command.AskStatus;
import org.gavel.protocol.reject.RejectReason;

/**
 * Loads an event into a running node, one command after the other, and stops at the first refusal; rules the venue has already are no refusal. What the venue
 * knows already is not asked again: it takes commands in order, so the last one it knows stands for all before it.
 * For one thread.
 */
public final class EventLoad {
    /** Fewer than the latest answers a venue keeps of an operator, so that none of them is stepped over. */
    private static final int STRIDE = 32;

    /** The rules an event needs may have come with another one. */
    private static final Set<RejectReason> THERE_ALREADY =
            EnumSet.of(RejectReason.RULEBOOK_EXISTS, RejectReason.CALENDAR_EXISTS);

    /** It was not applied, or so long ago that what came after it would be known. */
    private static final Set<RejectReason> TELLS_NOTHING =
            EnumSet.of(RejectReason.UNKNOWN_CID, RejectReason.CID_FORGOTTEN);

    /** Is told what happens. */
    public interface Progress {
        /** The venue has the first {@code known} commands already. */
        void resumed(int known);

        void answered(LoadCommand command, Outcome outcome);
    }

    /**
     * What a load came to.
     *
     * @param known commands the venue had before
     * @param repeated commands it answered as before
     * @param accepted commands it took now
     * @param refused the command it refused, at which the load stopped
     * @param refusal why
     */
    public record Result(
            int known, int repeated, int accepted, Optional<LoadCommand> refused, Optional<Outcome> refusal) {
        /** Everything is loaded, and was before. */
        public boolean changedNothing() {
            return accepted == 0 && refused.isEmpty();
        }
    }

    private final NodeLink node;
    private final List<LoadCommand> commands;
    private final Progress progress;

    public EventLoad(NodeLink node, List<LoadCommand> commands, Progress progress) {
        this.node = node;
        this.commands = List.copyOf(commands);
        this.progress = progress;
    }

    public Result run() throws RemoteFailure {
        int known = known();
        progress.resumed(known);
        int repeated = 0;
        int accepted = 0;
        for (LoadCommand load : commands.subList(known, commands.size())) {
            Outcome outcome = node.act(load.command(), load.cid());
            progress.answered(load, outcome);
            boolean there = THERE_ALREADY.contains(outcome.reason());
            if (!outcome.accepted() && !there) {
                return new Result(known, repeated, accepted, Optional.of(load), Optional.of(outcome));
            }
            repeated += outcome.repeated() || there ? 1 : 0;
            accepted += outcome.repeated() || there ? 0 : 1;
        }
        return new Result(known, repeated, accepted, Optional.empty(), Optional.empty());
    }

    /** How many commands from the first on need not be sent. */
    private int known() throws RemoteFailure {
        for (int i = commands.size() - 1; i >= 0; i -= STRIDE) {
            Outcome status = node.act(new AskStatus(commands.get(i).cid()));
            if (status.repeated()) {
                return status.accepted() ? i + 1 : i;
            }
            if (!TELLS_NOTHING.contains(status.reason())) {
                throw new RemoteFailure("the node does not say what it knows of the event: " + status.reason() + ". "
                        + status.reason().sentence(status.detail()));
            }
        }
        return 0;
    }
}
