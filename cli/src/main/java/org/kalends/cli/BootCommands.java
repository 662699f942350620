package org.kalends.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What Payara Micro is told before and after it boots. Pools come from here and never from annotations: XA recovery
 * looks only at the domain's own resources.
 */
record BootCommands(Path distribution, Path home, MicroServer.Settings settings) {

    /** Connections that died with the database are all noticed at the first that is asked, a second later at most. */
    private static final String VALIDATION = " --isconnectvalidatereq=true --validationmethod custom-validation"
            + " --validationclassname org.glassfish.api.jdbc.validation.PostgresConnectionValidation"
            + " --failconnection=true --validateatmostonceperiod 1";

    /** The pool's wrappers look each getter of a result up by reflection, row by row. */
    private static final String PLAIN_RESULTS = " --wrapjdbcobjects=false";

    String beforeBoot() {
        return String.join(
                "\n",
                "set configs.config.server-config.transaction-service.automatic-recovery=true",
                "set configs.config.server-config.network-config.network-listeners.network-listener.http-listener.address="
                        + "127.0.0.1",
                "set configs.config.server-config.transaction-service.tx-log-dir="
                        + home.resolve("transactions-" + settings.port()),
                "");
    }

    String afterBoot() throws IOException {
        var database = settings.database();
        return String.join(
                "\n",
                "create-jdbc-connection-pool --datasourceclassname org.postgresql.xa.PGXADataSource"
                        + " --restype javax.sql.XADataSource --steadypoolsize 4 --maxpoolsize 24 --maxwait 10000"
                        + PLAIN_RESULTS
                        + VALIDATION
                        + " --property user=" + escaped(database.user()) + ":password=" + escaped(database.password())
                        + ":url=" + escaped(database.url())
                        + ":stringType=unspecified:applicationName=kalends:tcpKeepAlive=true kalends-pool",
                "create-jdbc-resource --connectionpoolid kalends-pool jdbc/kalends",
                outerBroker() + "deploy --name jms-config " + distribution.resolve("jms-config.rar"),
                "create-connector-connection-pool --raname jms-config --connectiondefinition jakarta.jms.ConnectionFactory"
                        + " --transactionsupport NoTransaction --steadypoolsize 1 --maxpoolsize 16 jms-pool",
                "create-connector-resource --poolname jms-pool jms/kalends",
                "deploy --name web --contextroot / " + distribution.resolve("kalends-web.war"),
                "deploy --name caldav --contextroot /dav " + distribution.resolve("kalends-caldav.war"),
                operators(),
                "");
    }

    /** What the operator wants done besides, such as log levels or further resources. */
    private String operators() throws IOException {
        var file = home.resolve("commands.asadmin");
        return Files.exists(file) ? Files.readString(file) : "";
    }

    private String outerBroker() {
        var broker = settings.broker();
        if (broker == null) return "";
        return "create-resource-adapter-config --property " + broker.properties() + " jms-config\n";
    }

    /** As a value among others with colons between. */
    static String escaped(String value) {
        return value.replace("\\", "\\\\").replace(":", "\\:").replace("=", "\\=");
    }
}
