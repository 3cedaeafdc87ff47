/**
 * QtRO's registry: the object by which nodes find the hosts of the objects they want, the one that hosts it, and the one that asks it.
 */
package io.remoteobjects.node.registry;

