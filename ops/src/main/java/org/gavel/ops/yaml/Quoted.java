package org.gavel.ops.yaml;

/** What somebody wrote, fit to stand in a message: bounded and without control characters. */
final class Quoted {
    private static final int MAX_SHOWN = 60;

    private Quoted() {}

    static String of(String text) {
        return '"' + shortened(text) + '"';
    }

    static String shortened(String text) {
        String shown = text.length() <= MAX_SHOWN ? text : text.substring(0, MAX_SHOWN) + "…";
        return shown.replaceAll("\\p{Cntrl}", "?");
    }
}
