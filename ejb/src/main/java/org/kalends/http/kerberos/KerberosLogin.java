package org.kalends.http.kerberos;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Who wants to be let in.
 *
 * @param principal {@code kalends@EXAMPLE.COM}
 * @param password empty where there is a file of keys
 * @param keytab the file of keys; empty where there is a password
 */
public record KerberosLogin(String principal, String password, Optional<Path> keytab) {}
