/**
 * The topology manager: decides what is exported, and when an import becomes a service.
 */
package io.remoteobjects.topology;
