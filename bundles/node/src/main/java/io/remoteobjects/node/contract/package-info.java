/**
 * What a Java interface means on the wire: its properties, signals and slots in wire order, their Qt types, and how Java values become
 * values that can travel. Truth is the .rep file beside the interface where there is one.
 */
package io.remoteobjects.node.contract;
