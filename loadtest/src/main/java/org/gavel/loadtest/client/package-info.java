/** A client that survives lost connections: it resumes its channels exactly and leaves no command in doubt. */
package org.gavel.loadtest.client;
