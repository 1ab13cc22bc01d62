package org.gavel.protocol.value;

import java.time.Duration;
import org.gavel.protocol.reject.Require;

/**
 * How a lot that an outage or a stop interrupted goes on: by itself {@code resumeAfter} the node's start, with the
 * time it had left, or, where {@code clerkResumes}, when the clerk says so.
 */
public record OutageRule(boolean clerkResumes, Duration resumeAfter) {
    /** Resumes by itself ten seconds after the start. */
    public static final OutageRule DEFAULT = new OutageRule(false, Duration.ofSeconds(10));

    public OutageRule {
        resumeAfter = Require.duration(resumeAfter, "outage.resumeAfter");
    }
}
