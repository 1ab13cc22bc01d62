/** What the auditor's commands print: timelines, a market at a point, differences, what-ifs, screens. */
package org.gavel.ops.audit;
