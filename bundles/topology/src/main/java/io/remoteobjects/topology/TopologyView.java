package io.remoteobjects.topology;

import java.util.List;

import org.osgi.annotation.versioning.ProviderType;

/** A service that shows what the topology manager is doing. Each list is a snapshot. Any thread; never blocks. */
@ProviderType
public interface TopologyView {

    /** {@return what of the configuration cannot be used, each with key, value and what to write} */
    List<String> problems();

    /** {@return the services here that are to be exported, with what became of them; in order of their service ids} */
    List<ExportStatus> exports();

    /** {@return the configurations that export services here, in the order in which they choose} */
    List<ConfiguredExport> configuredExports();

    /** {@return the endpoints elsewhere that discovery told of, with what became of them; in order of their ids} */
    List<ImportStatus> imports();

    /** {@return what bundles here ask for, whether or not there is an endpoint for it} */
    List<InterestStatus> interests();
}
