package io.clv.report;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.common.base.Splitter;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.openqa.selenium.Pdf;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.print.PrintOptions;

/** A real Chromium without a window, with a profile of its own. */
final class Browser implements AutoCloseable {

    private static final String MISSING =
            "Chromium and its driver are needed: Debian packages chromium and" + " chromium-driver";

    /**
     * Held, because a logger that nobody holds forgets its level. Commands are sent by name, so versions do not matter.
     */
    private static final Logger OF_PROTOCOL_VERSIONS = Logger.getLogger("org.openqa.selenium");

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    /** Starts one; a test that asks where none is installed is skipped. */
    static Browser start() {
        Optional<File> chromium = onPath("chromium");
        Optional<File> chromedriver = onPath("chromedriver");
        assumeTrue(chromium.isPresent() && chromedriver.isPresent(), MISSING);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium.orElseThrow());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-quic",
                "--no-first-run",
                "--hide-scrollbars");
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        OF_PROTOCOL_VERSIONS.setLevel(Level.SEVERE);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(chromedriver.orElseThrow())
                .build();
        ChromeDriver driver = new ChromeDriver(service, options);
        driver.manage().timeouts().scriptTimeout(Duration.ofSeconds(60));
        return new Browser(driver);
    }

    private static Optional<File> onPath(String program) {
        return Splitter.on(File.pathSeparatorChar)
                .splitToStream(Objects.requireNonNullElse(System.getenv("PATH"), ""))
                .map(folder -> new File(folder, program))
                .filter(File::canExecute)
                .findFirst();
    }

    /** Opens a page at a width of the window, in pixels. */
    void open(Path page, int width) {
        resize(width, 900);
        driver.manage().logs().get(LogType.BROWSER);
        driver.manage().logs().get(LogType.PERFORMANCE);
        driver.get(page.toUri().toString());
    }

    void resize(int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    void prefer(String scheme) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    void scripts(boolean allowed) {
        driver.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", !allowed));
    }

    /** What a script returns. */
    Object run(String script, Object... arguments) {
        return Objects.requireNonNull(driver.executeScript(script, arguments), script);
    }

    String text(String script, Object... arguments) {
        return run(script, arguments).toString();
    }

    long number(String script, Object... arguments) {
        return ((Number) run(script, arguments)).longValue();
    }

    /** Waits until what was changed has been laid out and drawn. */
    void settle() {
        driver.executeAsyncScript("const done = arguments[0];"
                + "requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 50)));");
    }

    void key(String key) {
        int code = key.equals("Tab") ? 9 : 13;
        String text = key.equals("Tab") ? "" : "\r";
        for (String type : List.of("keyDown", "keyUp")) {
            driver.executeCdpCommand(
                    "Input.dispatchKeyEvent",
                    Map.of("type", type, "key", key, "code", key, "windowsVirtualKeyCode", code, "text", text));
        }
    }

    /** What the page has said to the console, anything at all. */
    List<String> console() {
        return messages(LogType.BROWSER);
    }

    /** The events of the network domain since the page was opened. */
    List<String> requests() {
        return messages(LogType.PERFORMANCE).stream()
                .filter(event -> event.contains("Network.requestWillBeSent\""))
                .toList();
    }

    private List<String> messages(String kind) {
        List<String> messages = new ArrayList<>();
        for (LogEntry entry : driver.manage().logs().get(kind)) {
            messages.add(entry.getMessage());
        }
        return messages;
    }

    /** The page from one height to another, as a picture. */
    byte[] picture(int width, int from, int to) {
        Map<String, Object> shot = driver.executeCdpCommand(
                "Page.captureScreenshot",
                Map.of(
                        "format",
                        "png",
                        "captureBeyondViewport",
                        true,
                        "clip",
                        Map.of("x", 0, "y", from, "width", width, "height", to - from, "scale", 1)));
        return Base64.getDecoder().decode(String.valueOf(shot.get("data")));
    }

    /** The page on paper. */
    void print(Path file) throws IOException {
        PrintOptions options = new PrintOptions();
        options.setBackground(true);
        Pdf pdf = driver.print(options);
        Files.write(file, Base64.getDecoder().decode(pdf.getContent()));
    }

    @Override
    public void close() {
        driver.quit();
    }
}
