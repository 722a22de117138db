/// What the server counts of itself. Knows none of the things it counts, and nothing but the Prometheus library.
package tablechat.metrics;
