package org.kalends.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import picocli.CommandLine.Command;

@Command(
        name = "verify",
        description =
                "Count what Exchange shows, a year back and a year ahead, against what is here. Nothing is changed.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:all are the same, or begun where nobody waits",
            "1:the server refused",
            "2:the list is not usable; nothing was begun",
            "3:some were refused, failed or differ"
        })
final class VerifyCommand extends JobsCommand {

    @Override
    Map<String, Object> wanted() {
        return new HashMap<>(Map.of("verifyOnly", true));
    }

    @Override
    String participle() {
        return "are the same";
    }

    @Override
    boolean well(JsonNode job) {
        return super.well(job) && job.at("/verified/differing").asInt(1) == 0;
    }
}
