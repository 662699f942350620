package org.kalends.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kalends.support.Planning.items;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kalends.support.ApiClient;
import org.kalends.support.KalendsServer;

class PeopleIT {

    private final ApiClient anna = ApiClient.loggedIn(KalendsServer.shared(), "anna");

    private List<String> found(String words) {
        return items(anna.get("/api/v1/people?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8))).stream()
                .map(p -> p.get("address").asText())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"boris", "BOR", "boris@kalends.test", "borsi"})
    void aPersonIsFoundByPrefixAddressAndDespiteATypo(String words) {
        assertThat(found(words)).contains("boris@kalends.test");
    }

    @Test
    void roomsAreFoundAndSayWhatTheyAre() {
        var volga = items(anna.get("/api/v1/people?q=volga")).get(0);
        assertThat(volga.get("kind").asText()).isEqualTo("room");
        assertThat(volga.fieldNames()).toIterable().contains("id", "kind", "name", "address", "title", "avatarUrl");
    }

    @Test
    void theListIsNoLongerThanAskedFor() {
        assertThat(items(anna.get("/api/v1/people?q=&limit=2")).size()).isLessThanOrEqualTo(2);
        assertThat(anna.get("/api/v1/people?q=x&limit=many").status()).isEqualTo(400);
        assertThat(anna.get("/api/v1/people?q=" + "x".repeat(300)).status()).isEqualTo(400);
        assertThat(found("xqzwvkjh")).isEmpty();
    }
}
