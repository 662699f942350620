package org.kalends.settings;

/** The settings of one feature: a record that cannot be made of values that make no sense. */
public interface FeatureSettings {}
