package org.kalends.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PersistenceUnitTest {

    @Test
    void noNodeKeepsEntitiesThatAnotherMayHaveChanged() throws IOException {
        try (var unit = PersistenceUnitTest.class.getResourceAsStream("/META-INF/persistence.xml")) {
            assertThat(unit).isNotNull();
            var text = new String(unit.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(text)
                    .containsOnlyOnce("<persistence-unit ")
                    .contains("<shared-cache-mode>NONE</shared-cache-mode>")
                    .doesNotContain("eclipselink.cache");
        }
    }
}
