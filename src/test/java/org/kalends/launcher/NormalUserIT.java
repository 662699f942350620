package org.kalends.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kalends.support.ApiClient;
import org.kalends.support.KalendsServer;
import org.kalends.support.Planning;

/** {@code ./run --empty} by somebody who is not root: an installation with its first administrator and nobody else. */
class NormalUserIT {

    @Test
    void anEmptyInstallationLetsItsFirstAdministratorInAndHasNoDemo(@TempDir Path folder) throws Exception {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        var password = Files.writeString(folder.resolve("password"), "first of all\n");
        var named = Map.of(
                "KALENDS_IDENTITY_FIRST_ADMIN_LOGIN", "root",
                "KALENDS_IDENTITY_FIRST_ADMIN_ADDRESS", "root@kalends.test",
                "KALENDS_IDENTITY_FIRST_ADMIN_PASSWORD_FILE", password.toString());
        try (var server = KalendsServer.ofNormalUser(named, "--empty")) {
            assertThat(server.owners()).isNotEmpty().doesNotContain("root", "unknown");
            assertThat(server.output()).noneMatch(line -> line.contains("password is demo"));
            var root = ApiClient.loggedIn(server.address(), "root", "first of all");
            assertThat(Planning.items(root.get("/api/v1/admin/users")))
                    .extracting(user -> user.get("login").asText())
                    .containsExactly("root");
            assertThat(root.get("/demo/mail/messages").status()).isEqualTo(404);
            assertThat(ApiClient.anonymous(server)
                            .post("/api/v1/session", "{\"login\":\"anna\",\"password\":\"demo\"}")
                            .status())
                    .isEqualTo(401);
            assertThat(server.stop()).isZero();
        }
    }
}
