package org.kalends.cli;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * An Artemis that stands outside of the server.
 *
 * @param members HOST:PORT, more than one if they are of one cluster
 * @param login as whom the nodes come
 */
record BrokerAddress(List<String> members, Login login) {

    private static final Pattern MEMBER = Pattern.compile("[^:;,=\\s]+:\\d{1,5}");
    private static final String FACTORY = "org.apache.activemq.artemis.core.remoting.impl.netty.NettyConnectorFactory";

    /** An empty user for a broker that asks for none. */
    record Login(String user, String password) {

        static Login ofEnvironment() throws IOException {
            return new Login(
                    Environment.text("KALENDS_BROKER_USER", ""), Environment.secret("KALENDS_BROKER_PASSWORD"));
        }

        String properties() {
            if (user.isEmpty()) return "";
            return ":UserName=" + BootCommands.escaped(user) + ":Password=" + BootCommands.escaped(password);
        }
    }

    /** Reads {@code HOST:PORT}, or several of them with commas between; user and password come from the environment. */
    static final class Reader implements ITypeConverter<BrokerAddress> {

        @Override
        public BrokerAddress convert(String text) throws IOException {
            var members = Arrays.asList(text.split(",", -1));
            if (!members.stream().allMatch(member -> MEMBER.matcher(member).matches())) {
                throw new TypeConversionException(
                        "must be HOST:PORT, more of one cluster with commas between, was '" + text + "'");
            }
            return new BrokerAddress(members, Login.ofEnvironment());
        }
    }

    /** The adapter's properties, as asadmin takes them. */
    String properties() {
        var factories = String.join(",", Collections.nCopies(members.size(), FACTORY));
        var parameters = members.stream()
                .map(member -> member.split(":", -1))
                .map(parts -> "host=" + parts[0] + ";port=" + parts[1])
                .collect(Collectors.joining(","));
        return "Embedded=false:ConnectorClassName=" + factories + ":ConnectionParameters="
                + BootCommands.escaped(parameters) + ":ReconnectAttempts=-1:CallTimeout=3000" + login.properties();
    }
}
