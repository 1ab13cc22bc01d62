/** The list of every word that stands in a journal, compared with the code. */
package org.gavel.protocol;
