/** A consumer of the mirror that is found by ZooKeeper. */
package io.remoteobjects.itests.samples.life.lookout.zookeeper;
