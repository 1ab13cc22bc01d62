package org.gavel.ops.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * A well-known exercise through lines of the simulation: acknowledgements (A), trades (T) and tops of the book (B) of
 * scenarios 1 to 14, its three misprints (scenarios 1, 9 and 11) corrected.
 */
class CsvExerciseLinesTest {
    private static final int SCENARIOS = 14;
    private static final Pattern TITLE = Pattern.compile("#scenario *([0-9]+),.*");

    private LineBook book;
    private List<String> said;
    private List<String> tops;

    @Test
    void answersAsTheExerciseDoes() throws IOException {
        Map<Integer, List<String>> expected = scenarios("csv_match_expected.csv");
        correct(expected.get(1), "T, 2, 103, 1, 1, 10, 100", "T, 1, 1, 2, 103, 10, 100");
        correct(expected.get(9), "B, B, 10, 10", "B, B, 10, 100");
        correct(expected.get(11), "B, B, 100, 10", "B, B, 10, 100");
        correct(expected.get(11), "B, B, 80, 10", "B, B, 10, 80");
        int compared = 0;
        for (Map.Entry<Integer, List<String>> scenario :
                scenarios("csv_match_input.csv").entrySet()) {
            if (scenario.getKey() <= SCENARIOS && expected.containsKey(scenario.getKey())) {
                run(scenario.getValue());
                assertEquals(
                        expected.get(scenario.getKey()), said, scenario.getKey().toString());
                compared++;
            }
        }
        assertEquals(
                expected.keySet().stream().filter(number -> number <= SCENARIOS).count(), compared);
    }

    private static void correct(List<String> lines, String misprint, String meant) {
        lines.set(lines.indexOf(misprint), meant);
    }

    private static Map<Integer, List<String>> scenarios(String file) throws IOException {
        Map<Integer, List<String>> scenarios = new TreeMap<>();
        List<String> current = new ArrayList<>();
        for (String line : Files.readAllLines(LineBook.reference(file))) {
            Matcher title = TITLE.matcher(line.strip());
            if (title.matches()) {
                current = new ArrayList<>();
                scenarios.put(Integer.parseInt(title.group(1)), current);
            } else if (!line.isBlank() && !line.startsWith("#")) {
                current.add(line.strip());
            }
        }
        return scenarios;
    }

    private void run(List<String> commands) {
        book = new LineBook().rich(1).rich(2).open(1_000, 0, 0);
        said = new ArrayList<>();
        tops = List.of("B, -, -", "S, -, -");
        for (String line : commands) {
            String[] words = line.split(" *, *", -1);
            if (words[0].equals("N")) {
                tell(book.place(
                        words[1] + "." + words[6],
                        Integer.parseInt(words[1]),
                        words[5].equals("B"),
                        Long.parseLong(words[3]),
                        Long.parseLong(words[4]),
                        "GTC"));
            } else if (words[0].equals("C")) {
                tell(book.line("'op':'CancelOrder','by':%s,'book':1,'order':'%s.%s'", words[1], words[1], words[2]));
            }
        }
    }

    private void tell(List<ObjectNode> events) {
        for (ObjectNode event : events) {
            switch (event.get("event").asText()) {
                case "OrderAccepted", "OrderEnded" -> said.add("A, " + order(event, "order"));
                case "OrdersTraded" ->
                    said.add("T, %s, %s, %s, %s"
                            .formatted(
                                    order(event, "buyOrder"),
                                    order(event, "sellOrder"),
                                    event.get("price").asText(),
                                    event.get("quantity").asText()));
                case "TopOfBook" -> tellTops();
                default -> {}
            }
        }
    }

    private String order(ObjectNode event, String field) {
        return book.cidOf(event.get(field).asLong()).replace(".", ", ");
    }

    /** The exercise tells each side where it has changed. */
    private void tellTops() {
        List<String> now = List.of("B, " + side(true), "S, " + side(false));
        for (int i = 0; i < now.size(); i++) {
            if (!now.get(i).equals(tops.get(i))) {
                said.add("B, " + now.get(i));
            }
        }
        tops = now;
    }

    private String side(boolean buys) {
        List<String> top = book.top(buys);
        if (top.isEmpty()) {
            return "-, -";
        }
        String[] level = top.get(0).split("@", 2);
        return level[1] + ", " + level[0];
    }
}
