/** Real ZooKeeper servers for tests. */
package io.remoteobjects.itests.zookeeper;
