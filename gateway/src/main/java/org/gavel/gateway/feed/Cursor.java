package org.gavel.gateway.feed;

/** One client's place in a channel: what it was sent, and what comes next. For the session's thread. */
public final class Cursor {
    private final FeedChannel channel;
    private long next;

    Cursor(FeedChannel channel, long next) {
        this.channel = channel;
        this.next = next;
    }

    public String channel() {
        return channel.name();
    }

    /** The number of the last event taken. */
    public long taken() {
        return next - 1;
    }

    public boolean hasNext() {
        return next <= channel.head();
    }

    /** The next event's text, or null where the client is so far behind that it is kept no more. */
    public String take() {
        String text = channel.text(next);
        if (text != null) {
            next++;
        }
        return text;
    }
}
