package org.gavel.protocol.value;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import org.gavel.protocol.reject.Require;

/**
 * How a lot that an outage or a stop interrupted goes on: by itself {@code resumeAfter} the node's start, with the
 * time it had left, or, where {@code clerkResumes}, when the clerk says so. The same holds once enough bidders are back
 * where their absence had paused it.
 *
 * @param connectivity when missing bidders pause the lot
 */
public record OutageRule(
        boolean clerkResumes,
        Duration resumeAfter,

        @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = ConnectivityRule.UnlessNone.class)
        ConnectivityRule connectivity) {
    /** Resumes by itself ten seconds after the start. */
    public static final OutageRule DEFAULT = new OutageRule(false, Duration.ofSeconds(10));

    public OutageRule {
        resumeAfter = Require.duration(resumeAfter, "outage.resumeAfter");
        connectivity = connectivity == null ? ConnectivityRule.NONE : connectivity;
    }

    /** Missing bidders never pause the lot. */
    public OutageRule(boolean clerkResumes, Duration resumeAfter) {
        this(clerkResumes, resumeAfter, ConnectivityRule.NONE);
    }
}
