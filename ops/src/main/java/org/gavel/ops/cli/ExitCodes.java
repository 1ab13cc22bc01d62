package org.gavel.ops.cli;

/** What the {@code gavel} command exits with. */
public final class ExitCodes {
    public static final int OK = 0;

    /** It failed, or the venue refused it. */
    public static final int FAILED = 1;

    /** The command line itself is wrong. */
    public static final int USAGE = 2;

    /** Something that should prove true does not. */
    public static final int VERIFICATION_FAILED = 3;

    private ExitCodes() {}
}
