package org.kalends.identity;

import java.util.UUID;

/** Somebody has chosen settings; fired in the transaction that stores them. */
public record SettingsChosen(UUID person, PersonalSettings settings) {}
