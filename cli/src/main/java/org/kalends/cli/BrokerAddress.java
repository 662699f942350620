package org.kalends.cli;

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
 */
record BrokerAddress(List<String> members) {

    private static final Pattern MEMBER = Pattern.compile("[^:;,=\\s]+:\\d{1,5}");
    private static final String FACTORY = "org.apache.activemq.artemis.core.remoting.impl.netty.NettyConnectorFactory";

    /** Reads {@code HOST:PORT}, or several of them with commas between. */
    static final class Reader implements ITypeConverter<BrokerAddress> {

        @Override
        public BrokerAddress convert(String text) {
            var members = Arrays.asList(text.split(",", -1));
            if (!members.stream().allMatch(member -> MEMBER.matcher(member).matches())) {
                throw new TypeConversionException(
                        "must be HOST:PORT, more of one cluster with commas between, was '" + text + "'");
            }
            return new BrokerAddress(members);
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
                + BootCommands.escaped(parameters) + ":ReconnectAttempts=-1:CallTimeout=3000";
    }
}
