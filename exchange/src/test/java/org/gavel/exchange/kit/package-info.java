/** What tests of several rooms share: child processes, small disks, and how much is run. */
package org.gavel.exchange.kit;
