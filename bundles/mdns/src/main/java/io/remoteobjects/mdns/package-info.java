/**
 * Discovery by multicast DNS: containers of one network find each other's hosts, and read there what is offered.
 */
package io.remoteobjects.mdns;
