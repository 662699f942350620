package org.kalends.cli;

import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParameterException;

/** The command line's root. */
@Command(
        name = "kalends",
        mixinStandardHelpOptions = true,
        description = "A corporate calendar server.",
        subcommands = {RunCommand.class, AdminCommand.class, ExchangeCommand.class})
public final class Kalends {

    private Kalends() {}

    public static void main(String[] arguments) {
        Logger.getLogger("").setLevel(Level.WARNING); // what the parts say of their start is not for people
        var command = new CommandLine(new Kalends()).setParameterExceptionHandler(Kalends::refused);
        System.exit(command.execute(arguments));
    }

    /** One line says what is wrong; the whole usage would hide it. */
    private static int refused(ParameterException refusal, String[] arguments) {
        var err = refusal.getCommandLine().getErr();
        err.println(String.valueOf(refusal.getMessage()).lines().findFirst().orElse("") + " (see --help)");
        return ExitCode.USAGE;
    }
}
