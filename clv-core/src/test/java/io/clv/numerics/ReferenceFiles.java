package io.clv.numerics;

import io.clv.PublicData;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the reference values: those shipped with the tests and, where it is at hand, the larger public file. */
public final class ReferenceFiles {

    private static final Pattern PUBLIC_ROW = Pattern.compile("(\\d+),(\\w+),\"(\\{.*\\})\",([^,]*),.*");
    private static final Pattern NUMBER = Pattern.compile("\"\"\\w+\"\": ([-+.eE0-9]+)");

    private ReferenceFiles() {}

    /** Rows {@code function,arguments,value} made with mpmath at 50 digits. */
    public static List<ReferenceRow> shipped() {
        try (InputStream in = Objects.requireNonNull(ReferenceFiles.class.getResourceAsStream("reference.csv"));
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            List<ReferenceRow> rows = new ArrayList<>();
            int line = 1;
            reader.readLine();
            for (String text = reader.readLine(); text != null; text = reader.readLine()) {
                String[] fields = text.split(",", -1);
                line++;
                rows.add(new ReferenceRow(
                        "line " + line,
                        fields[0],
                        List.of(fields[1].split(" ", -1)).stream()
                                .mapToDouble(Double::parseDouble)
                                .toArray(),
                        Double.parseDouble(fields[2])));
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Rows {@code id,function,args_json,value,note} of numerics_cases.csv; skips the test where it is not at hand. */
    public static List<ReferenceRow> published() {
        try {
            List<ReferenceRow> rows = new ArrayList<>();
            List<String> lines =
                    Files.readAllLines(PublicData.file("numerics_cases.csv", "reference values of the models"));
            for (String text : lines.subList(1, lines.size())) {
                Matcher row = PUBLIC_ROW.matcher(text);
                if (!row.matches()) {
                    throw new IllegalArgumentException("not a row of a function: " + text);
                }
                double[] arguments = NUMBER.matcher(row.group(3))
                        .results()
                        .mapToDouble(match -> Double.parseDouble(match.group(1)))
                        .toArray();
                rows.add(new ReferenceRow(row.group(1), row.group(2), arguments, Double.parseDouble(row.group(4))));
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
