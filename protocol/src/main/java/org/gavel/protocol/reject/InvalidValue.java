package org.gavel.protocol.reject;

/** A value that cannot be: thrown while a message is made, so that no command with a bad value ever exists. */
public final class InvalidValue extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final RejectReason reason;
    private final String field;
    private final String problem;

    public InvalidValue(RejectReason reason, String field, String problem) {
        super(field.isEmpty() ? problem : field + " " + problem, null);
        this.reason = reason;
        this.field = field;
        this.problem = problem;
    }

    public RejectReason reason() {
        return reason;
    }

    /** The field's name as on the wire, or empty where the whole message is meant. */
    public String field() {
        return field;
    }

    /** What is wrong with the field, to follow its name. */
    public String problem() {
        return problem;
    }

    /** The same problem, with the place where it was found. */
    public InvalidValue at(String place) {
        return new InvalidValue(reason, place, problem);
    }

    /** What is wrong and what to do, for the person who sent it. */
    public String sentence() {
        return getMessage() + ". " + reason.sentence(0);
    }
}
