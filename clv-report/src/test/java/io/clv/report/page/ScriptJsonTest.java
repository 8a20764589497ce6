package io.clv.report.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ScriptJsonTest {

    @Test
    void membersStandInTheOrderOfTheirNames() {
        assertThat(ScriptJson.of(Map.of("b", 2, "a", List.of(1L, 0.5, true, "x"), "c", Optional.empty())))
                .isEqualTo("{\"a\":[1,0.5,true,\"x\"],\"b\":2,\"c\":null}");
        assertThat(ScriptJson.of(Optional.of(List.of()))).isEqualTo("[]");
        assertThat(ScriptJson.of(Map.of())).isEqualTo("{}");
    }

    @Test
    void wholeNumbersHaveNoDecimals() {
        assertThat(ScriptJson.of(List.of(3.0, -0.0, 1e12, 1e300, 0.1))).isEqualTo("[3,0,1000000000000,1.0E300,0.1]");
    }

    @Test
    void nothingInItEndsAScript() {
        assertThat(ScriptJson.of("</script><!-- & ' \" \\ \u2028 \n"))
                .isEqualTo("\"\\u003c/script\\u003e\\u003c!-- \\u0026 \\u0027 \\u0022 \\u005c \\u2028 \\u000a\"");
    }

    @Test
    void aNumberThatIsNoneIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScriptJson.of(List.of(Double.NaN)))
                .withMessage("number of a chart must be finite, but was NaN");
    }

    @Property
    void everyTextComesBack(@ForAll String text) throws JsonProcessingException {
        String json = ScriptJson.of(text);
        assertThat(new ObjectMapper().readValue(json, String.class)).isEqualTo(text);
        assertThat(json).doesNotContain("<", ">", "&", "'");
    }

    @Property
    void everyNumberComesBack(@ForAll double number) throws JsonProcessingException {
        assertThat(new ObjectMapper().readValue(ScriptJson.of(number), Double.class))
                .isEqualTo(number + 0.0);
    }
}
