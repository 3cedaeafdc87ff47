/** Sources that cannot be exported. */
package io.remoteobjects.itests.samples.trouble;
