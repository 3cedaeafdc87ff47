/** Components that use services of other frameworks. */
package io.remoteobjects.itests.conformance.consumers;
