/**
 * Discovery: how endpoint descriptions get from one container to another. QtRO registries, the directories of hosts and the configuration
 * are looked at here; other ways join by {@link io.remoteobjects.discovery.Discovery}.
 */
@Export
@Version("1.0.0")
package io.remoteobjects.discovery;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
