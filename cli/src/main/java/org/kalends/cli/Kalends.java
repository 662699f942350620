package org.kalends.cli;

import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line's root. */
@Command(
        name = "kalends",
        mixinStandardHelpOptions = true,
        description = "A corporate calendar server.",
        subcommands = {RunCommand.class, AdminCommand.class})
public final class Kalends {

    private Kalends() {}

    public static void main(String[] arguments) {
        Logger.getLogger("").setLevel(Level.WARNING); // what the parts say of their start is not for people
        System.exit(new CommandLine(new Kalends()).execute(arguments));
    }
}
