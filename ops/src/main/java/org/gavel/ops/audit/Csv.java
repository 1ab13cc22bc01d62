package org.gavel.ops.audit;

import java.util.List;
import java.util.stream.Collectors;

/** RFC 4180 with CRLF; a cell that a spreadsheet would take for a formula gets an apostrophe in front. */
public final class Csv {
    private static final String STARTS_FORMULA = "=+-@\t\r\n";

    private Csv() {}

    /** One row with its line end. */
    public static String row(List<String> cells) {
        return cells.stream().map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(String text) {
        boolean isFormula = text.length() > 1 && STARTS_FORMULA.indexOf(text.charAt(0)) >= 0;
        String safe = isFormula ? "'" + text : text;
        boolean quote = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return quote ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
