package io.clv.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class IdPlacesTest {

    @Provide
    Arbitrary<List<String>> ids() {
        return Arbitraries.strings()
                .withChars("ab1\u007F\u0080\u0661")
                .ofMinLength(1)
                .ofMaxLength(20)
                .list()
                .ofMaxSize(200);
    }

    @Property(tries = 300)
    void eachIdHasThePlaceAtWhichItFirstCame(@ForAll("ids") List<String> ids) {
        IdPlaces places = new IdPlaces();
        List<String> distinct = List.copyOf(new LinkedHashSet<>(ids));
        for (int round = 0; round < 2; round++) {
            for (String id : ids) {
                int place = places.of((id + "tail").toCharArray(), id.length());
                assertThat(place).isEqualTo(distinct.indexOf(id));
            }
        }
        assertThat(places.ids()).containsExactlyElementsOf(distinct);
    }

    @Test
    void growsWithoutForgetting() {
        for (String prefix : new String[] {"", "customer-", "customer number ", "زبون"}) {
            IdPlaces places = new IdPlaces();
            for (int round = 0; round < 2; round++) {
                for (int i = 0; i < 5000; i++) {
                    char[] id = (prefix + i).toCharArray();
                    assertThat(places.of(id, id.length)).isEqualTo(i);
                }
            }
            assertThat(places.ids()).hasSize(5000).startsWith(prefix + 0).endsWith(prefix + 4999);
        }
    }
}
