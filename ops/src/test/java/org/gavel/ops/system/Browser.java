package org.gavel.ops.system;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.gavel.loadtest.link.Wire;
import org.junit.jupiter.api.Assumptions;

/** A real Chromium without a window, told what to do over its DevTools protocol. For one thread. */
final class Browser implements AutoCloseable {
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome", "chrome");
    private static final String EMPTY = "about:blank";
    private static final Duration MOST = Duration.ofSeconds(30);

    private final RawSocket page;
    private int calls;

    private Browser(RawSocket page) {
        this.page = page;
        screen(1200, 1000);
    }

    /** Shows pages on a screen of so many pixels. */
    void screen(int width, int height) {
        ObjectNode screen = Wire.object().put("width", width).put("height", height);
        call(
                "Emulation.setDeviceMetricsOverride",
                screen.put("deviceScaleFactor", 1).put("mobile", false));
    }

    /** The browser of this machine; aborts the test where it has none. */
    static Path installed() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(directory -> NAMES.stream().map(name -> Path.of(directory, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseGet(() -> Assumptions.abort("skipped: no Chromium on the PATH; install chromium to run it"));
    }

    /** Starts it on an empty page. */
    static Browser start(Gavel gavel, Path program) {
        return start(gavel, program, "browser");
    }

    /** Starts one beside others, with a profile of its own. */
    static Browser start(Gavel gavel, Path program, String name) {
        Path profile = gavel.directory().resolve(name);
        gavel.startProgram(List.of(
                program.toString(),
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                EMPTY));
        Path active = profile.resolve("DevToolsActivePort");
        Awaitility.await("the browser's DevTools").atMost(MOST).until(() -> Files.exists(active) && lines(active) > 1);
        return new Browser(new RawSocket(pageAddress(active)));
    }

    private static long lines(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        }
    }

    private static String pageAddress(Path active) {
        try {
            String targets = "http://127.0.0.1:" + Files.readAllLines(active).get(0) + "/json/list";
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(targets)).timeout(MOST).build();
            String body = HttpClient.newHttpClient()
                    .send(request, BodyHandlers.ofString())
                    .body();
            return Wire.read("{\"targets\":" + body + "}")
                    .orElseThrow()
                    .path("targets")
                    .valueStream()
                    .filter(target -> target.path("url").asText().equals(EMPTY))
                    .map(target -> target.path("webSocketDebuggerUrl").asText())
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no empty page among " + body));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    private ObjectNode call(String method, ObjectNode parameters) {
        ObjectNode call = Wire.object().put("id", ++calls).put("method", method);
        call.set("params", parameters);
        page.send(call.toString());
        ObjectNode answer = page.await("id");
        if (answer.has("error") || answer.path("result").has("exceptionDetails")) {
            throw new AssertionError(call + " was answered " + answer);
        }
        return Wire.object(answer, "result");
    }

    void open(String address) {
        call("Page.navigate", Wire.object().put("url", address));
    }

    /** What the script's value is as text. */
    String evaluate(String script) {
        ObjectNode result =
                call("Runtime.evaluate", Wire.object().put("expression", script).put("returnByValue", true));
        return result.path("result").path("value").asText();
    }

    /** What stands in the element; empty where there is no such element. */
    String text(String id) {
        return evaluate("document.getElementById('" + id + "')?.textContent ?? ''");
    }

    void click(String id) {
        evaluate("document.getElementById('" + id + "').click()");
    }

    /** Presses the button that the script finds, once it can be pressed. */
    void press(String script) {
        await("(b => b && b.checkVisibility() && !b.disabled)(" + script + ")");
        evaluate(script + ".click()");
    }

    /** Presses the button of this act in the row of this key. */
    void press(String table, long key, String act) {
        press("document.querySelector('#" + table + " button[data-key=\"" + key + "\"][data-does=\"" + act + "\"]')");
    }

    /** Presses the button that sends this form. */
    void submit(String form) {
        press("document.querySelector('#" + form + " button[type=submit]')");
    }

    /** Types as a person does: whoever listens is told. */
    void type(String id, String value) {
        evaluate("(i => { i.value = '" + value + "'; for (const told of ['input', 'change']) {"
                + " i.dispatchEvent(new Event(told, {bubbles: true})); } })(document.getElementById('" + id + "'))");
    }

    /** Chooses a file of this content for an input. */
    void chooseFile(String id, String content) {
        evaluate("(f => { const d = new DataTransfer(); d.items.add(new File(['" + content
                + "'], 'file.pdf')); f.files = d.files; })(document.getElementById('" + id + "'))");
    }

    /** Has the page speak this language. */
    void speak(String language) {
        if (!evaluate("document.documentElement.lang").startsWith(language)) {
            click("language");
        }
    }

    /** Waits until the script's value is true. */
    void await(String script) {
        Awaitility.await(script).atMost(MOST).until(() -> evaluate("String(Boolean(" + script + "))")
                .equals("true"));
    }

    /** Waits until this stands in the element. */
    void awaitText(String id, String part) {
        Awaitility.await(id + " shows " + part).atMost(MOST).until(() -> text(id).contains(part));
    }

    void screenshot(Path file) throws IOException {
        shoot(file, false);
    }

    /** What could be seen by scrolling, too. */
    void wholeScreenshot(Path file) throws IOException {
        shoot(file, true);
    }

    private void shoot(Path file, boolean whole) throws IOException {
        ObjectNode wanted = Wire.object().put("format", "png").put("captureBeyondViewport", whole);
        if (whole) {
            String height = evaluate("document.documentElement.scrollHeight");
            String width = evaluate("innerWidth");
            wanted.putObject("clip")
                    .put("x", 0)
                    .put("y", 0)
                    .put("width", Integer.parseInt(width))
                    .put("height", Integer.parseInt(height))
                    .put("scale", 1);
        }
        ObjectNode shot = call("Page.captureScreenshot", wanted);
        Files.write(file, Base64.getDecoder().decode(shot.path("data").asText()));
    }

    @Override
    public void close() {
        page.close();
    }
}
