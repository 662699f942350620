package org.kalends.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a container that Arquillian starts needs before our archive: a database, the adapter, pools. */
public final class ContainerResources {

    private static final Path FOLDER = Path.of("target/arquillian");

    private ContainerResources() {}

    /** Writes the command file that {@code arquillian.xml} names. */
    public static void write() throws IOException {
        Files.createDirectories(FOLDER);
        var url = TestDatabase.url().replace(":", "\\:").replace("=", "\\=");
        Files.writeString(
                FOLDER.resolve("resources.asadmin"),
                """
                create-jdbc-connection-pool --datasourceclassname org.postgresql.xa.PGXADataSource --restype javax.sql.XADataSource --property user=postgres:password=trusted:url=%s:stringType=unspecified kalends-pool
                create-jdbc-resource --connectionpoolid kalends-pool jdbc/kalends
                deploy --name jms-config %s
                create-connector-connection-pool --raname jms-config --connectiondefinition jakarta.jms.ConnectionFactory --transactionsupport NoTransaction jms-pool
                create-connector-resource --poolname jms-pool jms/kalends
                """
                        .formatted(
                                url,
                                Path.of("../../cli/target/kalends/server/jms-config.rar")
                                        .toAbsolutePath()));
    }
}
