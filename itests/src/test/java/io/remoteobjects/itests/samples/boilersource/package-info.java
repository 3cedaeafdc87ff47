/** A service that knows nothing of remote objects. */
package io.remoteobjects.itests.samples.boilersource;
