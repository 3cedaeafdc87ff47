/** A consumer as a user writes it: it has a GPS injected and says so nowhere else. */
package io.remoteobjects.itests.samples.chart;
