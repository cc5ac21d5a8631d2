package dev.andon.cli;

import picocli.CommandLine.IVersionProvider;

/** The version of the jar. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = Andon.class.getPackage().getImplementationVersion();
        return new String[]{"andon " + (version == null ? "(unpackaged)" : version)};
    }
}
